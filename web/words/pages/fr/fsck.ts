import type { pagesEn } from '../en.ts'

export const fsckFr: typeof pagesEn.fsck = {
  'double-booked': 'Quelqu’un est pris ou réservé deux fois au même moment.',
  'not-claimed': 'Une date ou un créneau proposé n’est pas réservé pour les deux personnes.',
  'claimed-for-nothing': 'Du temps est réservé sans date ni proposition.',
  'link-shared':
    'Un lien de la liste d’un mentor sert à deux séances le même jour, ou porte un autre jour que sa séance.',
  'diary-missing': 'Il manque à quelqu’un la ligne de son agenda.',
  'address-astray': 'Quelqu’un n’a pas de première adresse, ou ne peut être trouvé par elle.',
  'minutes-astray': 'Une date ne dure pas aussi longtemps que le dit sa séance.',
  'open-after-end': 'Une proposition ou une date subsiste dans un binôme terminé.',
  'two-open-sessions': 'Un binôme a deux séances ouvertes.',
  'wrong-people': 'Une séance ou une invitation n’est pas celle des personnes de son binôme.',
  'offer-astray':
    'Une proposition est ouverte pour une séance qui n’en attend pas, ou a reçu pour réponse le créneau d’une autre.',
  'log-astray': 'Le compte rendu d’une séance ne dit pas ce que dit la séance.',
  'bumps-miscounted': 'Les reports d’une séance sont mal comptés.',
  'totals-miscounted': 'Les totaux d’un programme clos ne sont pas la somme de ses séances.',
  'events-missing': 'L’historique d’une séance a un trou, ou s’arrête avant la version de la séance.',
  'state-astray': 'Une séance n’est pas dans l’état où finit son historique.',
  'letter-doubled': 'Une version d’invitation a été écrite deux fois, ou à quelqu’un d’autre.',
  'sequence-falls':
    'Des courriels sur un même événement sont partis dans le désordre, ou avec un numéro que personne n’a décidé.',
  'invite-after-cancellation': 'Une invitation a été écrite après l’annulation du même événement.',
  'letter-state':
    'Un courriel est dans un état impossible\u202f: pris et terminé, envoyé sans heure, ou vide et en attente.',
  'not-invited': 'À une date à venir, quelqu’un n’a pas d’invitation.',
  'invite-unsent':
    'Une invitation n’est pas partie dans sa dernière version, et aucun courriel qui la porte n’est en attente.',
  'cancellation-unsent':
    'Un agenda avait une invitation qui ne vaut plus, et aucune annulation n’a été écrite.',
  'offer-unsent': 'Des créneaux ne sont proposés dans aucun courriel.',
  'timer-orphaned': 'Une tâche automatique porte sur quelque chose qui n’existe pas.',
  'timer-missing': 'Les tâches automatiques ne sont pas celles que prévoient les règles.',
  'access-outlives':
    'Un lien, une connexion ou un agenda reste ouvert pour quelqu’un qui n’a plus sa place ici.',
  'erased-but-named': 'Une personne effacée a encore un nom, une adresse ou quelque chose à elle.',
  'key-astray': 'Une demande faite une fois a mené à une séance qui n’existe pas.',
  'reference-broken': 'Une ligne renvoie à une autre qui n’existe pas.',
  'access-log-changed': 'Des lignes du journal des accès ne sont pas celles qui ont été scellées.',
  'seal-unopened': 'Des mots scellés ne s’ouvrent avec aucune de nos clés.',
  'file-damaged': 'Le fichier de la base de données est abîmé.',
}
