package org.libstation.journal.sqlite;

/// A card number that is encrypted with its own data key, and that key encrypted twice: for this
/// machine and for the site's recovery key. The arrays are never changed.
///
/// @param card AES-256-GCM: nonce (12 bytes), cipher text, tag (16 bytes)
/// @param keyForMachine the data key, encrypted with the machine's key in the same form
/// @param keyForRecovery the data key, encrypted with the recovery key: RSA-OAEP (RFC 8017, 7.1,
///   SHA-256)
/// @param recoveryKey which recovery key: [LibraryKey#id()]
// Arrays are safe here: they only carry bytes between table and cipher, and are never compared.
@SuppressWarnings("ArrayRecordComponent")
record SealedCard(byte[] card, byte[] keyForMachine, byte[] keyForRecovery, String recoveryKey) {}
