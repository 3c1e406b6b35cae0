package city.nhip.scenarios.server;

import city.nhip.engine.city.City;
import city.nhip.engine.security.Accounts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go and what will happen; keeps the demo's accounts off the network. */
@Component
class Greeting {
  private static final Logger LOG = LoggerFactory.getLogger("city.nhip");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final City city;
  private final CityClock clock;
  private final CitySettings settings;
  private final Accounts accounts;
  private final Environment environment;

  Greeting(
      City city,
      CityClock clock,
      CitySettings settings,
      Accounts accounts,
      Environment environment) {
    this.city = city;
    this.clock = clock;
    this.settings = settings;
    this.accounts = accounts;
    this.environment = environment;
    refuseOpenDoors(environment.getProperty("server.address", "0.0.0.0"));
  }

  /** An account whose password is its name is for one machine. */
  private void refuseOpenDoors(String address) {
    boolean demo = accounts.accounts().stream().anyMatch(one -> one.name().equals(one.password()));
    try {
      if (demo && !InetAddress.getByName(address).isLoopbackAddress()) {
        throw new IllegalStateException(
            "The demo's accounts must not listen on %s. Set nhip.security.accounts, or server.address to 127.0.0.1."
                .formatted(address));
      }
    } catch (UnknownHostException e) {
      throw new IllegalStateException("There is no address " + address, e);
    }
  }

  @EventListener
  @Order(0)
  void greet(ApplicationReadyEvent ready) {
    clock.started();
    LOG.info(
        "{} ({}) is at http://localhost:{} - it is {} there and an hour takes {} s.{}",
        city.name().vi(),
        city.synthetic() ? "synthetic" : "measured",
        environment.getProperty("local.server.port"),
        TIME.format(clock.instant().atZone(city.timeZone())),
        Math.round(3_600 / settings.speed()),
        environment.getProperty("nhip.replay.enabled", Boolean.class, false)
            ? " Soon after 17:00 the evening peak, full bins, rain and an overloaded feeder make"
                + " rules fire, and each domain proposes a schedule for you to approve."
            : "");
    LOG.info(
        "Sign in as (name = password): {}",
        accounts.accounts().stream()
            .filter(one -> one.name().equals(one.password()))
            .map(one -> one.name())
            .collect(Collectors.joining(", ")));
  }
}
