package city.nhip.connectors.citizen;

import city.nhip.engine.web.BadField;
import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator's side: the queue and the answers. */
@RestController
@RequestMapping("/api/citizen-reports")
class ReportController {
  private static final int LONGEST_ANSWER = 500;

  private final CitizenDesk desk;
  private final CitizenReports reports;

  ReportController(CitizenDesk desk, CitizenReports reports) {
    this.desk = desk;
    this.reports = reports;
  }

  /**
   * @param answer what the citizen reads, up to {@value #LONGEST_ANSWER} characters
   */
  record Answer(@Nullable ReportState state, @Nullable String answer) {}

  @GetMapping
  List<CitizenReport> list() {
    return reports.list();
  }

  @GetMapping("/{id}")
  CitizenReport get(@PathVariable long id) {
    return desk.get(id);
  }

  @GetMapping(path = "/{id}/photo", produces = MediaType.IMAGE_JPEG_VALUE)
  byte[] photo(@PathVariable long id) {
    return reports
        .photo(id)
        .orElseThrow(() -> new NoSuchElementException("Report " + id + " has no photo."));
  }

  @PostMapping("/{id}/answer")
  CitizenReport answer(
      @PathVariable long id,
      @RequestBody Answer word,
      @RequestHeader("If-Match") Optional<String> match,
      Principal who)
      throws InterruptedException {
    if (word.state() == null || word.state() == ReportState.RECEIVED) {
      throw new BadField(
          "/state",
          "Trạng thái phải là TAKEN, DONE hoặc REFUSED. Hãy chọn lại.",
          "Say TAKEN, DONE or REFUSED.");
    }
    String text = word.answer() == null ? "" : word.answer().strip();
    if (text.length() > LONGEST_ANSWER) {
      throw new BadField(
          "/answer",
          "Câu trả lời dài quá %d ký tự. Hãy viết ngắn lại.",
          "The answer is longer than %d. Shorten it.",
          LONGEST_ANSWER);
    }
    desk.answer(id, word.state(), who.getName(), text, match);
    return desk.get(id);
  }
}
