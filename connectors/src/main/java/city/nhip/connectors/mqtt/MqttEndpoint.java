package city.nhip.connectors.mqtt;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One topic filter of one broker, to listen to. */
final class MqttEndpoint extends DefaultEndpoint {
  private final MqttSource source;

  MqttEndpoint(String uri, MqttComponent component, MqttSource source) {
    super(uri, component);
    this.source = source;
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new MqttConsumer(this, processor, source);
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("mqtt: is a source. Listen to it in 'from'.");
  }
}
