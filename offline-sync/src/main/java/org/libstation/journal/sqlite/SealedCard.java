package org.libstation.journal.sqlite;

/// A sealed card is a card number under a data key of its own, and that key twice: for this machine
/// and for the site's recovery key. The arrays are never changed.
///
/// @param card AES-256-GCM: nonce (12), cipher text, tag (16)
/// @param keyForMachine the data key under the machine's key, in the same form
/// @param keyForRecovery the data key under the recovery key, RSA-OAEP (RFC 8017, 7.1, SHA-256)
/// @param recoveryKey which recovery key: [LibraryKey#id()]
// A carrier of bytes between table and cipher, never compared.
@SuppressWarnings("ArrayRecordComponent")
record SealedCard(byte[] card, byte[] keyForMachine, byte[] keyForRecovery, String recoveryKey) {}
