// What the pictures need to know about a junction: its name and place, when which group has green.
import { local, t } from '../../i18n.js';
import { state } from '../../store.js';

export const assetOf = (id) =>
  state.assets.flatMap((domain) => domain.assets).find((one) => one.id === id);

/** The crossing street says more than the common one; the id helps on the street. */
export const nameOf = (id) => {
  const name = local(assetOf(id)?.name);
  return name ? `${id} · ${name}` : id;
};

/** The sides that a stage serves, and whether their left turns alone; else the city's own name of it. */
export const stageParts = (id) => {
  const [, sides, left] = /^([NESW]{1,4})(L?)$/.exec(id) ?? [];
  return sides ? { sides: [...sides].map((side) => t(`signals.side.${side}`)).join('–'), left: Boolean(left) } : { sides: id };
};

export const stageName = (id) => {
  const { sides, left } = stageParts(id);
  return left ? t('signals.left-turns', { sides }) : sides;
};

/** The spans in which a group's letter is one of `letters`: [from, to) in seconds of the cycle. */
export const spans = (plan, group, letters = 'Gg') => {
  const index = plan.groups.indexOf(group);
  const found = [];
  let at = 0;
  for (const step of plan.steps) {
    if (index >= 0 && letters.includes(step.state[index])) {
      const last = found.at(-1);
      if (last && last[1] === at) {
        last[1] = at + step.seconds;
      } else {
        found.push([at, at + step.seconds]);
      }
    }
    at += step.seconds;
  }
  return found;
};

const metres = 111_195;

export const distance = (a, b) =>
  Math.hypot(
    (a.latitude - b.latitude) * metres,
    (a.longitude - b.longitude) * metres * Math.cos((a.latitude * Math.PI) / 180),
  );
