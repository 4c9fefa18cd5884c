package org.libstation.fleet.rights;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.libstation.fleet.rights.Rights.User;
import org.libstation.process.log.JsonLine;

/// Writes the same rights as configuration files of each supported broker.
public final class BrokerFiles {
  /// Rounds of PBKDF2. Passwords are 192 random bits, so more rounds would not protect them better.
  /// mosquitto_passwd uses the same number.
  private static final int ROUNDS = 101;

  private static final int MOSQUITTO_SALT = 12;
  private static final int RABBIT_SALT = 4;

  /// Pattern of the RabbitMQ queues that MQTT connections use; users get no right on other queues.
  private static final String QUEUES = "^mqtt-(subscription|will)-.*$";

  /// RFC 5280, appendix A: `ub-common-name`.
  private static final int LONGEST_COMMON_NAME = 64;

  private final Rights rights;
  private final Optional<Logins> logins;

  /// @param logins empty = the name in the certificate identifies a user
  /// @throws IllegalArgumentException when a name is too long for a certificate; the message says
  ///   which
  public BrokerFiles(Rights rights, Optional<Logins> logins) {
    for (User user : rights.users()) {
      if (logins.isEmpty() && user.name().length() > LONGEST_COMMON_NAME) {
        throw new IllegalArgumentException(
            "'" + user.name() + "': a certificate's common name has at most 64 letters");
      }
    }
    this.rights = rights;
    this.logins = logins;
  }

  /// Files for mosquitto (`mosquitto.conf(5)`, acl_file and password_file). Passwords have the form
  /// of mosquitto_passwd: `$7$`, PBKDF2 with SHA-512.
  ///
  /// @param at folder of the files at the broker
  public Map<String, String> mosquitto(Path at) throws IOException {
    StringBuilder acl = new StringBuilder();
    for (User user : rights.users()) {
      acl.append("user ").append(user.name()).append('\n');
      user.says().forEach(topic -> acl.append("topic write ").append(topic).append('\n'));
      user.hears().forEach(topic -> acl.append("topic read ").append(topic).append('\n'));
      acl.append('\n');
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put("rights.acl", acl.toString());
    String conf = "allow_anonymous false\nacl_file " + at.resolve("rights.acl") + "\n";
    if (logins.isPresent()) {
      StringBuilder passwords = new StringBuilder();
      for (User user : rights.users()) {
        byte[] password = logins.get().password(user.name());
        byte[] salt = logins.get().salt(user.name(), password, MOSQUITTO_SALT);
        passwords
            .append(user.name())
            .append(":$7$" + ROUNDS + "$")
            .append(Logins.base64(salt))
            .append('$')
            .append(Logins.base64(stretched(password, salt)))
            .append('\n');
      }
      files.put("passwords", passwords.toString());
      conf += "password_file " + at.resolve("passwords") + "\n";
    } else {
      conf += "require_certificate true\nuse_identity_as_username true\n";
    }
    files.put("libstation.conf", conf);
    return files;
  }

  private static byte[] stretched(byte[] password, byte[] salt) {
    char[] letters = new String(password, StandardCharsets.UTF_8).toCharArray();
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(new PBEKeySpec(letters, salt, ROUNDS, 512))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Files for RabbitMQ, for `rabbitmqctl import_definitions`. They hold the users, and their
  /// rights on queues and on the exchange for MQTT. Topics become patterns over routing keys, in
  /// which a dot replaces the slash. Other definitions at the broker stay.
  ///
  /// @throws IllegalArgumentException when a topic's name has a dot, which would become a slash;
  ///   the message says which
  public Map<String, String> rabbitmq() throws IOException {
    List<JsonLine> users = new ArrayList<>();
    List<JsonLine> permissions = new ArrayList<>();
    List<JsonLine> topics = new ArrayList<>();
    for (User user : rights.users()) {
      JsonLine line = new JsonLine().put("name", user.name());
      if (logins.isPresent()) {
        byte[] password = logins.get().password(user.name());
        byte[] salt = logins.get().salt(user.name(), password, RABBIT_SALT);
        line.put("password_hash", Logins.base64(joined(salt, sha256(joined(salt, password)))));
      } else {
        line.put("password_hash", "");
      }
      users.add(
          line.put("hashing_algorithm", "rabbit_password_hashing_sha256")
              .put("tags", List.of())
              .put("limits", new JsonLine()));
      JsonLine who = new JsonLine().put("user", user.name()).put("vhost", "/");
      permissions.add(
          who.put("configure", QUEUES)
              .put("write", "^amq\\.topic$|" + QUEUES)
              .put("read", "^amq\\.topic$|" + QUEUES));
      topics.add(
          new JsonLine()
              .put("user", user.name())
              .put("vhost", "/")
              .put("exchange", "amq.topic")
              .put("write", pattern(user.says()))
              .put("read", pattern(user.hears())));
    }
    return Map.of(
        "definitions.json",
        new JsonLine()
                .put("users", users)
                .put("permissions", permissions)
                .put("topic_permissions", topics)
            + "\n",
        "libstation.conf",
        // Without this line RabbitMQ treats a client without a name as its administrator.
        "mqtt.allow_anonymous = false\n"
            + (logins.isPresent()
                ? ""
                : """
                mqtt.ssl_cert_login = true
                ssl_cert_login_from = common_name
                ssl_options.verify = verify_peer
                ssl_options.fail_if_no_peer_cert = true
                """));
  }

  private static String pattern(List<String> filters) {
    return filters.stream()
        .map(
            filter ->
                Stream.of(filter.split("/")).map(BrokerFiles::pattern).collect(joining("\\.")))
        .collect(joining("|", "^(", ")$"));
  }

  private static String pattern(String part) {
    if (part.contains(".")) {
      throw new IllegalArgumentException(
          "'" + part + "': RabbitMQ takes a dot for a slash; expected a name without one");
    }
    // One level of any length. It excludes `#`, the filter for all levels below.
    return part.equals("+") ? "[^.#]+" : part;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Files for ejabberd: two macros for `mod_mqtt`, and a script that registers the users.
  ///
  /// @param domain of the virtual host
  public Map<String, String> ejabberd(String domain) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "libstation.yml",
        "define_macro:\n"
            + macro("LIBSTATION_PUBLISH", domain, User::says)
            + macro("LIBSTATION_SUBSCRIBE", domain, User::hears));
    StringBuilder script = new StringBuilder("#!/bin/sh\nset -e\n");
    for (User user : rights.users()) {
      // A user that exists already gets this password.
      String words = "'%s' '%s' '%s'".formatted(user.name(), domain, password(user));
      script.append(
          "ejabberdctl register %s || ejabberdctl change_password %s\n".formatted(words, words));
    }
    files.put("users.sh", script.toString());
    return files;
  }

  private String password(User user) throws IOException {
    byte[] password =
        logins
            .orElseThrow(
                () -> new IllegalArgumentException("ejabberd identifies users by a password only"))
            .password(user.name());
    String text = new String(password, StandardCharsets.UTF_8);
    if (!text.matches("[A-Za-z0-9]+")) {
      throw new IOException("the password of " + user.name() + ": expected letters and digits");
    }
    return text;
  }

  private String macro(String name, String domain, Function<User, List<String>> topics) {
    Map<String, List<String>> users = new TreeMap<>();
    for (User user : rights.users()) {
      for (String topic : topics.apply(user)) {
        users.computeIfAbsent(topic, _ -> new ArrayList<>()).add(user.name());
      }
    }
    StringBuilder text = new StringBuilder("  " + name + ":\n");
    users.forEach(
        (topic, names) -> {
          text.append("    \"" + topic + "\":\n");
          // ejabberd wants all entries under one `allow` to match, so each user needs its own.
          names.forEach(
              each ->
                  text.append("      - allow:\n        - user: \"" + each + "@" + domain + "\"\n"));
        });
    return text.toString();
  }
}
