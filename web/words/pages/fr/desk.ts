import type { PageWords } from '../en.ts'

export const deskFr: PageWords['desk'] = {
  title: 'Mon bureau',
  about: (zone) => `Pour qui vous répondez, et les six semaines à venir. Heures\u00a0: ${zone}.`,
  waiting: (count) =>
    count === 0
      ? 'Rien ne vous attend.'
      : count === 1
        ? 'Une demande vous attend.'
        : `${count} demandes vous attendent.`,
  with: (mentor) => (mentor ? `avec ${mentor}` : 'en tête-à-tête'),
  in: (programme) => `dans ${programme}`,
  noDates: 'Aucune date dans les six semaines à venir.',
  which: 'Quel moment convient\u00a0?',
  isAsked: (name) => `La demande est chez ${name}.`,
  otherAnswers: 'Répondre autrement',
  arranging: 'D’autres moments sont en préparation.',
  notBefore: (day) => `D’autres moments sont cherchés à partir du ${day}.`,
  givenBack: 'Rendu\u00a0: de nouveaux moments suivront.',
  change: 'Déplacer ou rendre',
  clash: { trip: 'tombe pendant un déplacement', never: 'tombe sur un moment à éviter' },
  says: 'En déplacement, ou jamais à ce moment-là\u00a0?',
  saysAbout:
    'Les déplacements et les moments à éviter s’écrivent en une ligne\u00a0: «\u00a0à New York du 3 au 9 mars\u00a0», «\u00a0jamais le lundi avant 10h\u00a0».',
  saysHint: '«\u00a0à New York du 3 au 9 mars\u00a0» ou «\u00a0jamais le lundi avant 10h\u00a0»',
  say: 'Noter',
  badSaid:
    'Écrivez par exemple «\u00a0à New York du 3 au 9 mars\u00a0» ou «\u00a0jamais le lundi avant 10h\u00a0».',
  noSuchPlace: (place) =>
    `«\u00a0${place}\u00a0» n’est pas une ville connue ici. Indiquez-en une plus grande, à côté.`,
  past: 'Ces jours sont passés.',
  trip: (place, days) => `À ${place}, ${days}`,
  never: (day, from, to) =>
    from === '00:00' && to === '24:00'
      ? `Jamais le ${day}`
      : from === '00:00'
        ? `Jamais le ${day} avant ${to}`
        : to === '24:00'
          ? `Jamais le ${day} après ${from}`
          : `Jamais le ${day} de ${from} à ${to}`,
  remove: 'Retirer',
  whose: (name) => `de ${name}`,
  back: 'Retour à mon bureau',
  dateOf: (name) => `Un rendez-vous de ${name}`,
  moveTitle: 'Le déplacer',
  moveHint:
    'Un moment libre des deux côtés prend sa place aussitôt, et chacun reçoit une nouvelle invitation.',
  own: 'Un moment de votre choix',
  ownHint: (zone) => `À écrire en ${zone}. Si l’autre côté doit donner son accord, vous le saurez.`,
  move: 'Le déplacer là',
  giveTitle: 'Le rendre',
  giveHint:
    'Dans dix minutes ce moment est rendu et de nouveaux sont envoyés. D’ici là, il peut encore convenir.',
  give: 'Le rendre et demander d’autres moments',
  suits: 'Il convient finalement',
  over: 'Ce rendez-vous est passé : plus rien ne peut y être changé.',
  arrangingHere: 'Dès qu’il y a des moments à choisir, ils figurent à votre bureau.',
  emptyTitle: 'Il n’y a encore personne ici',
  empty: 'Dès que les dates d’un dirigeant passent par vous, elles apparaissent ici.',
}
