package city.nhip.connectors.codec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a payload's bytes become a tree. */
public enum PayloadFormat {
  /** One JSON document. */
  @JsonProperty("json")
  JSON,
  /** One JSON document a line: the tree is the array of them. */
  @JsonProperty("json-lines")
  JSON_LINES,
  /** Comma-separated text with a header: the tree is an array of objects, all values texts. */
  @JsonProperty("csv")
  CSV
}
