/// What a technician's examination of a device finds.
///
/// The flow of this package: while nobody else holds the line, an [Examination] (one a model, in
/// the model's folder) opens it, asks the device one question after the other by an [ExamTalk], and
/// names what is wrong as [Found]s, each with an [DeviceFault] and its stable code. It may ask for
/// a person's [Examiner]; it never writes to a tag but to the one that [ExamWishes] names as a test
/// tag.
@NullMarked
package org.libstation.device.exam;

import org.jspecify.annotations.NullMarked;
