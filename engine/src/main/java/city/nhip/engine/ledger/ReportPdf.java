package city.nhip.engine.ledger;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

/** A month as a PDF of A4 pages, in one language, with its own font: every Vietnamese letter. */
final class ReportPdf {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd-MM-yyyy");
  private static final Color INK = new Color(0x12211f);
  private static final Color LINE = new Color(0xd3dddd);
  private static final Color HEAD = new Color(0x0b6b66);

  private final City city;
  private final boolean vietnamese;
  private final NumberFormat number;
  private final BaseFont font;

  ReportPdf(City city, boolean vietnamese) {
    this.city = city;
    this.vietnamese = vietnamese;
    this.number = NumberFormat.getInstance(vietnamese ? Locale.forLanguageTag("vi-VN") : Locale.UK);
    number.setMaximumFractionDigits(1);
    try {
      font =
          BaseFont.createFont(
              "liberation/LiberationSans-Regular.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot load the report's font", e);
    }
  }

  byte[] of(Reports.Month month, ZonedDateTime made) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, 48, 48, 56, 56);
    PdfWriter.getInstance(document, bytes);
    document.addTitle("Nhịp " + month.month());
    document.open();
    document.add(text(say(city.name()), 11, HEAD));
    document.add(text(say("Báo cáo tháng ", "Monthly report ") + month.month(), 20, INK));
    if (city.synthetic()) {
      document.add(
          text(
              say(
                  "Dữ liệu tổng hợp, không phải số liệu chính thức.",
                  "Synthetic data, not official."),
              9,
              INK));
    }
    document.add(
        text(
            say(
                    "%d kế hoạch đã chạy ngoài hiện trường, %d kế hoạch đã được đo lại.",
                    "%d plans ran in the field, %d of them were measured.")
                .formatted(month.plans(), month.measured()),
            10,
            INK));
    document.add(indicators(month));
    document.add(text(say("Lời hứa và thực tế", "Promised and measured"), 14, INK));
    document.add(lines(month));
    document.add(text(say("Lập lúc ", "Made at ") + TIME.format(made), 8, INK));
    document.close();
    return bytes.toByteArray();
  }

  private PdfPTable indicators(Reports.Month month) {
    PdfPTable table = table(new float[] {5, 2, 3});
    heads(table, say("Chỉ số", "Indicator"), say("Giá trị", "Value"), say("Chuẩn", "Standard"));
    for (Reports.Value one : month.indicators()) {
      table.addCell(cell(say(one.indicator().name()), Element.ALIGN_LEFT, INK));
      table.addCell(
          cell(
              number.format(one.value()) + " " + one.indicator().unit(), Element.ALIGN_RIGHT, INK));
      table.addCell(cell(one.indicator().standard(), Element.ALIGN_LEFT, INK));
    }
    return table;
  }

  private PdfPTable lines(Reports.Month month) {
    PdfPTable table = table(new float[] {3, 4, 2, 2, 2});
    table.setHeaderRows(1);
    heads(
        table,
        say("Kế hoạch", "Plan"),
        say("Chỉ số", "Figure"),
        say("Hứa", "Promised"),
        say("Không tối ưu", "Unoptimized"),
        say("Thực đo", "Measured"));
    for (LedgerLine line : month.lines()) {
      String when = TIME.format(line.from().atZone(city.timeZone()));
      table.addCell(
          cell(line.domain() + " " + line.scope() + "\n" + when, Element.ALIGN_LEFT, INK));
      table.addCell(cell(say(line.label()) + " (" + line.unit() + ")", Element.ALIGN_LEFT, INK));
      table.addCell(cell(number.format(line.planned()), Element.ALIGN_RIGHT, INK));
      table.addCell(cell(figure(line.unoptimized()), Element.ALIGN_RIGHT, INK));
      table.addCell(cell(figure(line.realised()), Element.ALIGN_RIGHT, INK));
    }
    return table;
  }

  private String figure(OptionalDouble value) {
    return value.isPresent() ? number.format(value.getAsDouble()) : "–";
  }

  private PdfPTable table(float[] widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(8);
    table.setSpacingAfter(14);
    return table;
  }

  private void heads(PdfPTable table, String... names) {
    for (String name : names) {
      table.addCell(cell(name, Element.ALIGN_LEFT, HEAD));
    }
  }

  private PdfPCell cell(String words, int align, Color colour) {
    PdfPCell cell = new PdfPCell(new Phrase(words, new Font(font, 9, Font.NORMAL, colour)));
    cell.setHorizontalAlignment(align);
    cell.setBorder(PdfPCell.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setPadding(4);
    return cell;
  }

  private Paragraph text(String words, float size, Color colour) {
    Paragraph paragraph = new Paragraph(words, new Font(font, size, Font.NORMAL, colour));
    paragraph.setSpacingAfter(6);
    return paragraph;
  }

  private String say(Localized words) {
    return say(words.vi(), words.en());
  }

  private String say(String vi, String en) {
    return vietnamese ? vi : en;
  }
}
