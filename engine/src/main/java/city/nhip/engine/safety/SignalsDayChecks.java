package city.nhip.engine.safety;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Working days and the weekend: no two plans of signals may claim the same day. */
@Configuration(proxyBeanMethods = false)
class SignalsDayChecks {
  @Bean
  SafetyCheck signalsDayCheck() {
    return new SignalsDaySafetyCheck(
        "signals-day", Set.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"));
  }

  @Bean
  SafetyCheck signalsWeekendCheck() {
    return new SignalsDaySafetyCheck("signals-weekend", Set.of("SATURDAY", "SUNDAY"));
  }
}
