package city.nhip.engine.alarm;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.web.LiveEvent;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears what the other rooms tell the open pages and raises alarms for what cannot wait. */
@Component
class AlarmWatch {
  private final Alarms alarms;
  private final PlanningDomains domains;

  AlarmWatch(Alarms alarms, PlanningDomains domains) {
    this.alarms = alarms;
    this.domains = domains;
  }

  @TransactionalEventListener(
      fallbackExecution = true,
      condition =
          "{'firing', 'schedule', 'publication', 'job', 'device', 'report'}.contains(#event.type())")
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void hear(LiveEvent event) {
    String status = text(event, "status");
    switch (event.type()) {
      case "firing" -> {
        if (text(event, "severity").equals("3")) {
          raise(
              event,
              "rule-urgent",
              3,
              new Localized(text(event, "reasonVi"), text(event, "reasonEn")));
        }
      }
      case "schedule" -> {
        if (status.equals("UNSAFE")) {
          raise(event, "plan-unsafe", 3, stopped(event));
        } else if (status.equals("PROPOSED")) {
          alarms.end("plan-unsafe", planned(event));
        }
      }
      case "publication" -> {
        if (status.equals("FAILED")) {
          raise(
              event,
              "publication-failed",
              3,
              new Localized(
                  "Kế hoạch đã duyệt không tới được hiện trường.",
                  "An approved plan did not reach the field."));
        }
      }
      case "device" -> {
        String late = text(event, "late"); // Empty once all devices of the scope follow.
        if (late.isEmpty()) {
          alarms.end("device-drift", event.id());
        } else {
          raise(
              event,
              "device-drift",
              2,
              new Localized(
                  "Thiết bị chưa theo kế hoạch đang chạy: %s.".formatted(late),
                  "Devices that do not follow the plan in force: %s.".formatted(late)));
        }
      }
      case "job" -> {
        if (status.equals("FAILED")) {
          raise(
              event,
              "job-failed",
              2,
              new Localized(
                  "Một lượt giải kết thúc bằng lỗi.", "A planning job ended with a failure."));
        } else if (status.equals("DONE")) {
          alarms.end("job-failed", planned(event));
        }
      }
      case "report" -> {
        if (text(event, "outcome").equals("SKIPPED")) {
          raise(
              event,
              "stop-skipped",
              2,
              new Localized(
                  "%s bỏ qua %s: %s"
                      .formatted(text(event, "unit"), text(event, "stop"), text(event, "reason")),
                  "%s skipped %s: %s"
                      .formatted(text(event, "unit"), text(event, "stop"), text(event, "reason"))));
        }
      }
      default -> {
        // Nothing that a person must see at once.
      }
    }
  }

  /** Which plan was stopped, and the first broken rule by its stable name: the page has words. */
  private Localized stopped(LiveEvent event) {
    String name = text(event, "domain");
    Localized domain =
        domains.find(name).map(PlanningDomain::title).orElse(new Localized(name, name));
    String first = text(event, "violation");
    if (first.isEmpty()) {
      return new Localized(
          "%s: kế hoạch bị chặn vì phạm ràng buộc bắt buộc.".formatted(domain.vi()),
          "%s: the plan was stopped, for it breaks a hard constraint.".formatted(domain.en()));
    }
    String many = text(event, "violations");
    return new Localized(
        "%s: bộ kiểm tra an toàn đã chặn một kế hoạch, %s vi phạm. Đầu tiên: [%s]"
            .formatted(domain.vi(), many, first),
        "%s: the safety check stopped a plan, violations: %s. The first: [%s]"
            .formatted(domain.en(), many, first));
  }

  private void raise(LiveEvent event, String kind, int severity, Localized text) {
    Map<String, Object> data = event.data();
    String zone = text(event, data.containsKey("zone") ? "zone" : "scope");
    String asset =
        switch (kind) {
          case "rule-urgent" -> zone + "/" + text(event, "rule");
          case "publication-failed" -> text(event, "scheduleId");
          case "stop-skipped" -> cut(text(event, "scheduleId") + "/" + event.id());
          default -> event.id();
        };
    String subject =
        switch (kind) {
          case "plan-unsafe", "job-failed" -> planned(event);
          default -> asset;
        };
    alarms.raise(
        new Alarms.Raise(kind, severity, text(event, "domain"), zone, subject, asset, text));
  }

  /** What is planned together: the next good plan of it ends what went wrong before. */
  private static String planned(LiveEvent event) {
    return text(event, "domain") + "/" + text(event, "scope");
  }

  private static String cut(String asset) {
    return asset.substring(0, Math.min(120, asset.length()));
  }

  private static String text(LiveEvent event, String key) {
    return String.valueOf(event.data().getOrDefault(key, ""));
  }
}
