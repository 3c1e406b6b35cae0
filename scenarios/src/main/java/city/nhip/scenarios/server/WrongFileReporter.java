package city.nhip.scenarios.server;

import city.nhip.engine.files.BadFile;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Where a start fails for what the command says in one line, no stack trace goes before it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongFileReporter implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    return cause instanceof BadFile || cause instanceof PortInUseException;
  }
}
