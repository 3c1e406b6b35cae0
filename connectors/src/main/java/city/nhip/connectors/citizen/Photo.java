package city.nhip.connectors.citizen;

import city.nhip.engine.web.BadField;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that somebody sent, drawn anew as a JPEG: nothing of its bytes is kept, so neither the
 * place and camera that it names nor anything hidden in it.
 */
final class Photo {
  /** Bytes that may be sent. */
  static final int LARGEST = 2 * 1024 * 1024;

  private static final long MOST_PIXELS = 25_000_000;
  private static final int LONGEST_SIDE = 1_280;
  private static final Set<String> FORMATS = Set.of("jpeg", "png");

  private Photo() {}

  /**
   * @throws BadField when it is no JPEG or PNG, or too large
   */
  static byte[] drawnAnew(byte[] sent) {
    if (sent.length > LARGEST) {
      throw new BadField(
          "",
          "Ảnh lớn hơn %d byte. Hãy gửi ảnh nhỏ hơn.",
          "The photo has more than %d bytes. Send a smaller one.",
          LARGEST);
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw noPicture();
      }
      ImageReader reader = readers.next();
      try {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw noPicture();
        }
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new BadField(
              "",
              "Ảnh có hơn %d điểm ảnh. Hãy gửi ảnh nhỏ hơn.",
              "The photo has more than %d pixels. Send a smaller one.",
              MOST_PIXELS);
        }
        return jpeg(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
      throw noPicture();
    }
  }

  private static BadField noPicture() {
    return new BadField(
        "",
        "Đây không phải ảnh JPEG hay PNG. Hãy gửi ảnh khác.",
        "This is no JPEG or PNG picture. Send one.");
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    double scale =
        Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(drawn, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
