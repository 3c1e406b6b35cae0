package city.nhip.engine.job;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/jobs")
class JobController {
  private final Jobs jobs;

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping
  List<Job> list() {
    return jobs.list();
  }

  @GetMapping("/{id}")
  Job get(@PathVariable UUID id) {
    return jobs.find(id).orElseThrow(() -> new NoSuchElementException("There is no job " + id));
  }

  @PostMapping("/{id}/cancellation")
  Job cancel(@PathVariable UUID id) {
    jobs.requestCancel(id);
    return get(id);
  }
}
