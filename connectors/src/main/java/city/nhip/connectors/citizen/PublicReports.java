package city.nhip.connectors.citizen;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.web.BadField;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The citizen's side, without an account: report, add a photo, follow. */
@RestController
@RequestMapping("/public")
class PublicReports {
  private static final int LONGEST_WORDS = 500;

  private final CitizenDesk desk;
  private final CitizenReports reports;
  private final City city;
  private final CallerLimit writing =
      new CallerLimit(10, Duration.ofMinutes(10), Clock.systemUTC());
  private final CallerLimit reading = new CallerLimit(60, Duration.ofMinutes(1), Clock.systemUTC());

  PublicReports(CitizenDesk desk, CitizenReports reports, City city) {
    this.desk = desk;
    this.reports = reports;
    this.city = city;
  }

  /**
   * @param words up to {@value #LONGEST_WORDS} characters, may be absent
   */
  record Report(
      @Nullable ReportKind kind,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable String words) {}

  record Receipt(String code) {}

  /** What a citizen sees of a report. */
  record Followed(
      String code,
      ReportKind kind,
      ReportState state,
      Instant receivedAt,
      Optional<Instant> answeredAt,
      Optional<String> answer,
      boolean photo) {}

  /** What the form needs to know, and what became of all reports: those of 90 days, by state. */
  record Place(Localized city, boolean synthetic, Position centre, Map<ReportState, Long> counts) {}

  @GetMapping(path = "/report", produces = "text/html;charset=UTF-8")
  Resource page() {
    return new ClassPathResource("static/report.html");
  }

  @GetMapping("/reports")
  Place place() {
    return new Place(city.name(), city.synthetic(), city.centre(), reports.counts());
  }

  @PostMapping("/reports")
  @ResponseStatus(HttpStatus.CREATED)
  Receipt post(@RequestBody Report report, HttpServletRequest call) throws InterruptedException {
    if (report.kind() == null) {
      throw new BadField(
          "/kind",
          "Chưa nêu loại việc. Hãy chọn một loại trong danh sách.",
          "The kind is missing. Send one of the known kinds.");
    }
    if (report.latitude() == null || report.longitude() == null) {
      throw new BadField(
          "/latitude",
          "Chưa có vị trí. Hãy gửi vĩ độ và kinh độ.",
          "The position is missing. Send latitude and longitude.");
    }
    String words = report.words() == null ? "" : report.words().strip().replace('\0', ' ');
    if (words.length() > LONGEST_WORDS) {
      throw new BadField(
          "/words",
          "Lời báo dài quá %d ký tự. Hãy viết ngắn lại.",
          "The words are longer than %d. Shorten them.",
          LONGEST_WORDS);
    }
    Position at = new Position(report.latitude(), report.longitude());
    admit(writing, call);
    return new Receipt(desk.take(report.kind(), at, words));
  }

  @PutMapping("/reports/{code}/photo")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void photo(@PathVariable String code, InputStream body, HttpServletRequest call)
      throws IOException {
    admit(writing, call);
    byte[] photo = Photo.drawnAnew(body.readNBytes(Photo.LARGEST + 1));
    if (!reports.addPhoto(code, photo)) {
      throw new NoSuchElementException("No open report without a photo has this code.");
    }
  }

  @GetMapping("/reports/{code}")
  Followed follow(@PathVariable String code, HttpServletRequest call) {
    admit(reading, call);
    return reports
        .find(code)
        .map(
            it ->
                new Followed(
                    it.code(),
                    it.kind(),
                    it.state(),
                    it.receivedAt(),
                    it.answeredAt(),
                    it.answer(),
                    it.photo()))
        .orElseThrow(() -> new NoSuchElementException("No report has this code. Check it."));
  }

  private static void admit(CallerLimit limit, HttpServletRequest call) {
    if (!limit.admits(call.getRemoteAddr())) {
      throw new ResponseStatusException(
          HttpStatus.TOO_MANY_REQUESTS, "Too many calls from here. Try again in ten minutes.");
    }
  }
}
