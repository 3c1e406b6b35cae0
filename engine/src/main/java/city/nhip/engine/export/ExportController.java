package city.nhip.engine.export;

import city.nhip.engine.city.Localized;
import city.nhip.engine.schedule.Schedule;
import city.nhip.engine.schedule.Schedules;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists and serves a schedule's files. */
@RestController
@RequestMapping("/api/schedules/{id}/exports")
class ExportController {
  private final Schedules schedules;
  private final List<ScheduleExport> exports;

  ExportController(Schedules schedules, List<ScheduleExport> exports) {
    this.schedules = schedules;
    this.exports = exports.stream().sorted(Comparator.comparing(ScheduleExport::format)).toList();
  }

  /** One format that a schedule can be had in. */
  record ExportView(
      String format, Localized title, String mediaType, String address, List<String> parts) {}

  @GetMapping
  List<ExportView> list(@PathVariable UUID id) {
    Schedule schedule = schedules.get(id);
    return of(schedule)
        .map(
            it ->
                new ExportView(
                    it.format(),
                    it.title(),
                    it.mediaType(),
                    "/api/schedules/%s/exports/%s".formatted(id, it.format()),
                    it.parts(schedule)))
        .toList();
  }

  /**
   * @param part only this of it, as one truck's tour
   */
  @GetMapping("/{format}")
  ResponseEntity<byte[]> get(
      @PathVariable UUID id, @PathVariable String format, @RequestParam Optional<String> part) {
    Schedule schedule = schedules.get(id);
    ScheduleExport export =
        of(schedule)
            .filter(it -> it.format().equals(format))
            .findFirst()
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        "Plans of %s are not written as %s. Ask /exports for what there is."
                            .formatted(schedule.domain(), format)));
    byte[] file = export.write(schedule, part);
    String name =
        "%s-%s%s.%s"
            .formatted(
                schedule.domain(),
                id.toString().substring(0, 8),
                part.map(it -> "-" + it).orElse(""),
                format);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, export.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(file);
  }

  private Stream<ScheduleExport> of(Schedule schedule) {
    return exports.stream().filter(it -> it.domain().equals(schedule.domain()));
  }
}
