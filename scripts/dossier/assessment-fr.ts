import type { Built } from './built.ts'
import { code, blank, list, page } from './markdown.ts'
import { measureLines } from './measures.ts'
import { fileOf } from './page-names.ts'
import { processorsTable } from './record.ts'
import { riskSections, riskTable } from './risk-lines.ts'
import { keptTable, seesTable } from './sections.ts'
import type { MappedTable } from './tables.ts'
import { wordsInClear } from './words-in-clear.ts'

export function assessmentFr(state: string, tables: readonly MappedTable[], built: Built): string {
  return page(
    '# Projet d’analyse d’impact de Sotto (art. 35 du RGPD)',
    `> Un projet établi d’après le code (${state}). Le responsable du traitement apprécie, avec l’avis de son délégué à la protection des données\u202f; les niveaux et les raisons ci-dessous sont des propositions. L’analyse est-elle requise\u202f? Les personnes sont des salariés, donc vulnérables face à qui collecte, et ce qui est gardé sur certaines s’approche d’une évaluation. Deux des neuf critères des lignes directrices européennes (WP 248) conduisent en général à répondre oui.`,
    list([
      `Responsable du traitement\u202f: ${blank('nom, adresse')}`,
      `Délégué à la protection des données\u202f: ${blank('nom')}, consulté le ${blank('jour')}`,
      `Avis des personnes concernées ou de leurs représentants (art. 35, §9)\u202f: ${blank('qui, quand, quoi')}`,
      `Décision\u202f: ${blank('poursuivre, poursuivre avec d’autres mesures, consulter l’autorité (art. 36)')}`,
    ]),
    '## 1. Description',
    'Sotto organise des leçons privées, à deux, pour des dirigeants. Une ou un responsable forme un binôme\u202f; Sotto trouve des horaires dans les heures du mentor, les réserve pour les deux, interroge par courriel la personne qui répond pour le dirigeant, envoie à chacun sa propre invitation et comprend les réponses des agendas. Après la séance, le mentor dit en quelques touches comment elle s’est passée\u202f: si elle a eu lieu, ce qui a été convenu, et s’il le souhaite ce qu’il a vu. Le tour suivant s’ouvre de lui-même.',
    list([
      'Personnes\u202f: dirigeants, mentors, assistants, responsables, sponsors\u202f; quelques dizaines par installation. Des inconnus seulement s’ils lui écrivent.',
      `Données\u202f: toutes les tables et colonnes dans ${code(fileOf('map'))}\u202f; toutes les pages et tous les courriels dans ${code(fileOf('routes'))}.`,
      'Aucune donnée sensible n’est demandée\u202f; un texte libre peut en contenir (voir les risques).',
      'Ni enfants, ni clients, ni candidats. Aucun profil n’est établi par une machine\u202f; les suggestions suivent des règles écrites (`docs/education.md`).',
    ]),
    'Autres destinataires des données\u202f:',
    processorsTable('fr'),
    '## 2. Nécessité et proportionnalité',
    list([
      `**Finalité**\u202f: organiser ces séances et reprendre chacune où la précédente s’est arrêtée. Aucun autre usage\u202f; le projet d’accord (${code(fileOf('agreement'))}) le dit.`,
      `**Base juridique**\u202f: des propositions par activité dans ${code(fileOf('record'))}. Le consentement est fragile entre employeur et salarié\u202f; la participation doit néanmoins être libre.`,
      '**Minimisation**\u202f: aucun agenda de dirigeant n’est lu\u202f; celui d’un mentor seulement si l’adresse en est donnée, par lui ou par une ou un responsable, et alors les débuts et les fins. Les raisons sont des codes, cinq en tout. Une assistance lit le temps, jamais le contenu. Un sponsor lit des totaux, de même que qui détient un lien vers ceux-ci.',
      '**Peut-on faire avec moins\u202f?** Le chemin parcouru et les deux questions sont actifs sauf décision contraire. Si le programme n’en a pas besoin, désactivez-les\u202f: dates, invitations et engagements fonctionnent sans. Les notes personnelles sont désactivées.',
      '**Exactitude**\u202f: chacun lit et corrige ce qui le concerne\u202f; ce que le dirigeant dit d’un engagement figure à côté de ce que le mentor a vu.',
      '**Conservation**\u202f: la table ci-dessous\u202f; noms et mots tant que le programme dure, puis les jours de `retention`.',
      `**Information (art. 13 et 14)**\u202f: le premier courriel dit de quoi il s’agit et comment arrêter. La notice elle-même vous revient\u202f: ${blank('où')}.`,
      '**Droits**\u202f: lire, corriger, emporter, demander l’effacement dans son propre dossier (`docs/own-record.md`). Il omet les notes des responsables et les notes personnelles des mentors\u202f: une demande au titre de l’art. 15 doit aussi les couvrir, dans la mesure des droits des tiers. Les notes des responsables sont dans la base\u202f; une note personnelle ne s’ouvre que pour son mentor.',
      '**Transferts**\u202f: voir le registre.',
    ]),
    'Qui voit quoi\u202f:',
    seesTable('fr'),
    'Ce qui s’efface de soi-même\u202f:',
    keptTable('fr'),
    '## 3. Risques pour les personnes',
    'Échelle de la CNIL\u202f: 1 négligeable, 2 limitée, 3 importante, 4 maximale. La gravité est celle pour la personne concernée\u202f; les mesures la changent rarement.',
    riskTable('fr'),
    riskSections('fr'),
    '## 4. Ce qui reste en clair',
    'Dans la base, ces colonnes contiennent les mots des personnes et ne sont pas chiffrées par Sotto (l’hébergeur chiffre le disque entier)\u202f:',
    list(wordsInClear(tables)),
    'Noms, adresses, services, dates et codes de réponses et d’étapes sont aussi en clair\u202f: le service les cherche et les compare.',
    '## 5. Mesures communes',
    list(measureLines('fr', ['notThere', 'canaries', 'doors', 'logs', 'retention', 'erasure', 'ownRecord'])),
    '## 6. Ce que Sotto ne promet pas',
    list([
      'Il ne peut empêcher une personne qui a le droit de lire de parler, ni de recopier.',
      'Il ne peut cacher à qui administre la messagerie que des courriels viennent de lui.',
      'Qui détient le compte chez l’hébergeur et les secrets du Worker lit tout.',
      'Qui sait ce qu’ont fait presque tous les autres peut déduire le reste des totaux (`docs/decisions/0121-what-a-sponsor-reads.md`).',
      'Qui détient un lien vers les totaux les lit, même transmis, jusqu’à son dernier jour ou jusqu’à ce qu’une ou un responsable y mette fin\u202f; ils ne disent rien d’une personne (`docs/decisions/0128-a-link-to-the-figures.md`).',
      'Ce qu’un agenda ou une messagerie a reçu y reste\u202f: Sotto n’efface que sa propre copie.',
      'L’hébergeur garde des sauvegardes de la base (D1 Time Travel), jusqu’à trente jours selon ses conditions, où figurent encore des données effacées.',
      built.hasCommand('backup')
        ? 'Une sauvegarde faite par vous contient ce qui a été effacé depuis\u202f: appliquez les effacements après une restauration (`docs/operating.md`).'
        : 'Il n’existe pas encore de commande propre pour sauvegarder et restaurer.',
    ]),
    '## 7. Ce qu’il vous reste à faire',
    list([
      'Remplir les blancs, apprécier les niveaux, décider des options et les inscrire dans les règles du programme.',
      'Vous accorder avec les représentants du personnel, ou dire pourquoi ce n’est pas nécessaire.',
      'Choisir le lieu de la base à sa création (`docs/deploying.md`) et signer le contrat de sous-traitance de l’hébergeur.',
      'Nommer les quelques personnes qui ont accès au compte de l’hébergeur, chacune avec un second facteur.',
      'Fixer le dernier jour du programme, et qui le clôt.',
      'Dire aux responsables et aux mentors ce qui n’a pas sa place dans un texte libre.',
      'Revoir l’analyse à chaque nouvelle version\u202f: l’établir à nouveau et comparer.',
    ]),
  )
}
