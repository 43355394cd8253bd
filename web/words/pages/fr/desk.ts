import type { PageWords } from '../en.ts'

export const deskFr: PageWords['desk'] = {
  title: 'Mon bureau',
  about: (zone) => `Pour qui vous répondez, et les six semaines à venir. Heures\u202f: ${zone}.`,
  waiting: (count) =>
    count === 0
      ? 'Rien ne vous attend.'
      : count === 1
        ? 'Une demande vous attend.'
        : `${count} demandes vous attendent.`,
  with: (mentor) => (mentor ? `avec ${mentor}` : 'en tête-à-tête'),
  in: (programme) => `dans ${programme}`,
  noDates: 'Aucune date dans les six semaines à venir.',
  which: 'Quel moment convient\u202f?',
  isAsked: (name) => `La demande est chez ${name}.`,
  otherAnswers: 'Répondre autrement',
  arranging: 'D’autres moments sont cherchés.',
  notBefore: (day) => `D’autres moments sont cherchés à partir du ${day}.`,
  givenBack: 'Rendu\u202f: de nouveaux moments suivront.',
  change: 'Déplacer ou rendre',
  clash: { trip: 'tombe pendant un déplacement', never: 'tombe sur un moment à éviter' },
  says: 'En déplacement, ou jamais à ce moment-là\u202f?',
  saysAbout:
    'Les déplacements et les moments à éviter s’écrivent en une ligne\u202f: «\u202fà New York du 3 au 9 mars\u202f», «\u202fjamais le lundi avant 10h\u202f».',
  saysHint: '«\u202fà New York du 3 au 9 mars\u202f» ou «\u202fjamais le lundi avant 10h\u202f»',
  say: 'Noter',
  badSaid:
    'Écrivez par exemple «\u202fà New York du 3 au 9 mars\u202f» ou «\u202fjamais le lundi avant 10h\u202f».',
  noSuchPlace: (place) =>
    `«\u202f${place}\u202f» n’est pas une ville connue ici. Indiquez-en une plus grande, à côté.`,
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
  over: 'Ce rendez-vous ne peut plus être changé ici.',
  emptyTitle: 'Il n’y a encore personne ici',
  empty: 'Dès que les dates d’un dirigeant passent par vous, elles apparaissent ici.',
}
