package city.nhip.engine.publication;

import city.nhip.engine.schedule.ScheduleAnnex;
import city.nhip.engine.web.LiveEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the devices of each plan in force what they carry. A device that still carries another plan
 * when the grace is over drifts, and the open pages and the alarms are told.
 */
@Component
class DeviceReports implements ScheduleAnnex {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceReports.class);

  private final JdbcClient jdbc;
  private final List<SchedulePublisher> publishers;
  private final Clock clock;
  private final Duration grace;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  DeviceReports(
      JdbcClient jdbc,
      List<SchedulePublisher> publishers,
      Clock clock,
      @Value("${nhip.publication.device-grace:5m}") Duration grace,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.publishers = publishers;
    this.clock = clock;
    this.grace = grace;
    this.transaction = transaction;
    this.events = events;
  }

  /**
   * What a reviewer sees of one device.
   *
   * @param state {@code FOLLOWS}, {@code ON ITS WAY} within the grace, or {@code DRIFTS}
   */
  record DeviceView(String device, long sequence, Instant reportedAt, String state) {}

  /** Asks about every scope's plan in force. */
  void ask() {
    jdbc.sql(
            """
            select p.* from publication p join schedule s on s.id = p.schedule_id
            where p.status = 'ACKNOWLEDGED' and s.status = 'PUBLISHED'
            """)
        .query(PublicationView::row)
        .list()
        .forEach(this::ask);
  }

  private void ask(PublicationView plan) {
    List<SchedulePublisher.DeviceReport> reports;
    try {
      reports =
          publishers.stream()
              .filter(one -> one.publishes(plan.domain()))
              .findFirst()
              .map(one -> one.devices(plan.domain(), plan.scope()))
              .orElse(List.of());
    } catch (RuntimeException silent) {
      LOG.info("The devices of {} {} did not answer", plan.domain(), plan.scope());
      return;
    }
    if (reports.isEmpty()) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          reports.forEach(report -> keep(plan, report));
          List<String> late =
              list(plan.scheduleId()).stream()
                  .filter(one -> one.state().equals("DRIFTS"))
                  .map(DeviceView::device)
                  .toList();
          events.publishEvent(
              new LiveEvent(
                  "device",
                  plan.domain() + "/" + plan.scope(),
                  Map.of(
                      "domain", plan.domain(),
                      "scope", plan.scope(),
                      "scheduleId", plan.scheduleId().toString(),
                      "late", String.join(", ", late.subList(0, Math.min(10, late.size()))))));
        });
  }

  private void keep(PublicationView plan, SchedulePublisher.DeviceReport report) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int known =
        jdbc.sql(
                "update device_report set plan_seq = ?, artefact_hash = ?, reported_at = ?"
                    + " where domain = ? and scope = ? and device = ?")
            .params(
                report.sequence(), report.hash(), now, plan.domain(), plan.scope(), report.device())
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into device_report (domain, scope, device, plan_seq, artefact_hash, reported_at)"
                  + " values (?, ?, ?, ?, ?, ?)")
          .params(
              plan.domain(), plan.scope(), report.device(), report.sequence(), report.hash(), now)
          .update();
    }
  }

  @Override
  public String field() {
    return "devices";
  }

  @Override
  public List<DeviceView> list(UUID schedule) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select d.device, d.plan_seq, d.artefact_hash, d.reported_at, p.plan_seq as wanted,
              p.artefact_hash as wanted_hash, p.acknowledged_at
            from publication p join device_report d on d.domain = p.domain and d.scope = p.scope
            where p.schedule_id = ? and p.status = 'ACKNOWLEDGED' order by d.device
            """)
        .param(schedule)
        .query(
            (rows, number) -> {
              boolean follows =
                  rows.getLong("plan_seq") == rows.getLong("wanted")
                      && rows.getString("artefact_hash").equals(rows.getString("wanted_hash"));
              Instant due =
                  rows.getObject("acknowledged_at", OffsetDateTime.class).toInstant().plus(grace);
              return new DeviceView(
                  rows.getString("device"),
                  rows.getLong("plan_seq"),
                  rows.getObject("reported_at", OffsetDateTime.class).toInstant(),
                  follows ? "FOLLOWS" : now.isBefore(due) ? "ON ITS WAY" : "DRIFTS");
            })
        .list();
  }
}
