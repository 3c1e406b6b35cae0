/**
 * What citizens report from the street: an overflowing bin, a dark lamp, a faulty signal. A report
 * becomes a reading that the rules see, and a line that an operator answers; who reported follows
 * it by a code, without an account.
 */
@NullMarked
package city.nhip.connectors.citizen;

import org.jspecify.annotations.NullMarked;
