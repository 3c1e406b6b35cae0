package city.nhip.rules.why;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A fact as names and values. */
record FactView(String type, Map<String, Object> fields) {
  static FactView of(Object fact) {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      for (RecordComponent one : fact.getClass().getRecordComponents()) {
        Object value = one.getAccessor().invoke(fact);
        fields.put(one.getName(), value instanceof Number number ? number.doubleValue() : value);
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A fact's fields are public", e);
    }
    return new FactView(fact.getClass().getSimpleName(), fields);
  }

  /** Epoch milliseconds; 0 where the fact is no event. */
  double at() {
    return fields.get("at") instanceof Double at ? at : 0;
  }

  Object get(String field) {
    Object value = field.equals("this") ? this : fields.get(field);
    if (value == null) {
      throw new IllegalArgumentException(type + " has no field " + field);
    }
    return value;
  }
}
