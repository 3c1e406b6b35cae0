package city.nhip.engine.draft;

import city.nhip.engine.planning.Finding;
import city.nhip.engine.web.BadField;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What a person wants to try.
 *
 * @param schedule whose plan it starts from
 * @param kind an edit may be offered as a proposal, a what-if never
 * @param title in the person's own words, 1 to 200 characters
 * @param plan the edited plan; the schedule's own where absent
 * @param pins the assets whose parts stay as they are
 * @param findings what is supposed, beside what the rules found
 * @param seconds of solving, 0 to 60; 0 only scores the plan
 */
record DraftAsk(
    UUID schedule,
    Draft.Kind kind,
    String title,
    Optional<JsonNode> plan,
    List<String> pins,
    List<Finding> findings,
    double seconds) {
  DraftAsk {
    plan = plan.filter(node -> !node.isNull());
    pins = List.copyOf(pins);
    findings = List.copyOf(findings);
    if (title.isBlank() || title.length() > 200) {
      throw new BadField(
          "/title",
          "Tên gọi phải có từ 1 đến 200 ký tự. Hãy nêu bạn thử điều gì.",
          "The title has 1 to 200 characters. Say what you try.");
    }
    if (!(seconds >= 0 && seconds <= 60)) {
      throw new BadField(
          "/seconds",
          "Thời gian tính từ 0 đến 60 giây, không phải %s. Hãy sửa lại.",
          "Solving takes 0 to 60 seconds, not %s. Change it.",
          seconds);
    }
    if (kind == Draft.Kind.EDIT && !findings.isEmpty()) {
      throw new BadField(
          "/findings",
          "Bản chỉnh sửa không đặt giả thiết. Hãy tạo phương án giả định.",
          "An edit supposes nothing. Make it a WHAT_IF.");
    }
  }
}
