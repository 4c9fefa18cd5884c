package org.libstation.fleet.order;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.text;

import java.util.Map;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.policy.document.FieldJson;

/// A station's answer to an order: one JSON object whose values are texts.
///
/// @param told further values of the step
record OrderAnswer(AnswerHead head, Map<String, String> told) {

  /// @param id of the installation
  /// @param order ID of the order
  /// @param step word of an [OrderStep]
  /// @param at by the station's clock, to the second
  record AnswerHead(String schema, String id, String order, String step, String at) {}

  static final FieldJson<OrderAnswer> TEXT =
      new FieldJson<>(
          FieldTable.withOthers(
              OrderAnswer::new,
              component(
                  OrderAnswer::head,
                  FieldTable.of(
                      AnswerHead::new,
                      text("schema", AnswerHead::schema),
                      component("id", AnswerHead::id, FieldText.TEXT, ""),
                      text("order", AnswerHead::order),
                      component("step", AnswerHead::step, FieldText.TEXT, ""),
                      component("at", AnswerHead::at, FieldText.TEXT, ""))),
              OrderAnswer::told));
}
