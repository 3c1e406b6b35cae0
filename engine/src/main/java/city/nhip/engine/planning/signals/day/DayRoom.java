package city.nhip.engine.planning.signals.day;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A domain for each kind of day: a decision on one plan leaves the other one in force. */
@Configuration(proxyBeanMethods = false)
class DayRoom {
  @Bean
  SignalsDayDomain signalsDay() {
    return SignalsDayDomain.ofWorkingDays();
  }

  @Bean
  SignalsDayDomain signalsWeekend() {
    return SignalsDayDomain.ofWeekends();
  }
}
