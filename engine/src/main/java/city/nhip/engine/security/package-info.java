/** Roles, accounts and the filter chain. */
@NullMarked
package city.nhip.engine.security;

import org.jspecify.annotations.NullMarked;
