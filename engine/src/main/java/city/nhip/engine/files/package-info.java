/**
 * Reads the files that people write, and says where one is wrong and what to do. Domains and the
 * city loader enter here.
 */
@NullMarked
package city.nhip.engine.files;

import org.jspecify.annotations.NullMarked;
