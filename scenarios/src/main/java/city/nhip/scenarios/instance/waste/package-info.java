/**
 * Reads waste-collection and vehicle-routing instance files of the field's benchmark sets, told
 * apart by content, and writes route files. The command line enters by {@link WasteInstance}.
 */
@NullMarked
package city.nhip.scenarios.instance.waste;

import org.jspecify.annotations.NullMarked;
