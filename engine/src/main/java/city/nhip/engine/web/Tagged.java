package city.nhip.engine.web;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A thing that people edit. Answers that hold one carry its tag as their entity tag; a command on
 * it takes the tag back as {@code If-Match}, see {@link Stale#check}.
 */
public interface Tagged {
  /** Names its present state; two states that a person would tell apart have two tags. */
  @JsonProperty("tag")
  String tag();
}
