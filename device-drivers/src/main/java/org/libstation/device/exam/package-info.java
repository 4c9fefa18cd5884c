/// Belongs here: a technician's examination of a device and its findings.
///
/// Does not belong here: how one model is asked; each model's folder has its own [Examination].
///
/// While it alone uses the line, an [Examination] opens it and asks the device one question after
/// the other by an [ExamTalk]. It reports faults as [Found]s, each with a [DeviceFault] and its
/// stable code. It may ask a person ([Examiner]) for help. It writes to no tag except the test tag
/// that [ExamWishes] names.
@NullMarked
package org.libstation.device.exam;

import org.jspecify.annotations.NullMarked;
