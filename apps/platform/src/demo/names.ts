import type { Random } from './random';

// Made-up people: plants and crafts, in no relation to anyone.
const FIRST = [
  'Alder', 'Amber', 'Anise', 'Ash', 'Aster', 'Basil', 'Bay', 'Beech', 'Bryony', 'Cedar', 'Cicely', 'Clover', 'Coral', 'Dahlia', 'Elder', 'Fennel', 'Fern', 'Flint',
  'Hazel', 'Heath', 'Holly', 'Indigo', 'Iris', 'Ivy', 'Jasper', 'Juniper', 'Laurel', 'Linden', 'Lupin', 'Maple', 'Marlow', 'Myrtle', 'Olive', 'Perry', 'Poppy',
  'Quill', 'Reed', 'Rowan', 'Rue', 'Saffron', 'Sage', 'Sorrel', 'Tansy', 'Teasel', 'Thyme', 'Violet', 'Willow', 'Yarrow',
];
const LAST = [
  'Anvil', 'Barrow', 'Bellows', 'Bobbin', 'Candlewick', 'Cobble', 'Cooperage', 'Distaff', 'Ferry', 'Fletching', 'Forge', 'Furrow', 'Gantry', 'Granary', 'Hearthstone',
  'Kiln', 'Lantern', 'Lathe', 'Loom', 'Mallet', 'Millrace', 'Oast', 'Orchard', 'Paddock', 'Pinfold', 'Quarry', 'Sawpit', 'Sheepfold', 'Shuttle', 'Spindle', 'Staith',
  'Tannery', 'Thatch', 'Tiller', 'Trellis', 'Turnpike', 'Weir', 'Wharf', 'Whetstone', 'Windlass',
];

/** A made-up name. The number in it keeps people apart who share one. */
export function madeUpName(random: Random, number: number): string {
  const again = Math.floor(number / (FIRST.length * LAST.length));
  return `${random.pick(FIRST)} ${random.pick(LAST)}${again > 0 ? ` ${again + 1}` : ''}`;
}
