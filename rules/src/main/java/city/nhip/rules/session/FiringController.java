package city.nhip.rules.session;

import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FiringController {
  private final Firings firings;

  FiringController(Firings firings) {
    this.firings = firings;
  }

  @GetMapping("/api/firings")
  List<Firings.Firing> list(@RequestParam Optional<String> zone) {
    return firings.list(zone);
  }
}
