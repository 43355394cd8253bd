import type { PageWords } from '../en.ts'

export const deliveriesFr: PageWords['deliveries'] = {
  title: 'Envois',
  filter: 'Courriels affichés',
  about:
    'Tous les courriels de ce programme, du plus récent au plus ancien. Leur contenu reste entre Sotto et leur destinataire.',
  all: 'Tout',
  showAll: 'Afficher tous les courriels',
  emptyTitle: 'Aucun courriel ici',
  empty: 'Ce qui part apparaît ici, avec ce qu’il est devenu.',
  reasons: {
    over: 'Il arrivait trop tard.',
    'called-off': 'Son objet avait été annulé.',
    moved: 'Son objet avait été déplacé.',
    answered: 'Il y avait déjà une réponse.',
    'not-asked': 'Ce n’est plus à cette personne de répondre.',
    replaced: 'Ce qu’il dit avait été remplacé.',
    'not-wanted': 'Il n’est plus souhaité.',
    'address-changed': 'Son destinataire a changé d’adresse.',
    done: 'C’était déjà fait.',
    gone: 'Son texte a été effacé.',
    undone: 'Il a été annulé avant de partir.',
    'never-had': 'L’invitation qu’il retire n’est jamais partie.',
    restored: 'Il venait d’une sauvegarde restaurée, et était sans doute déjà parti.',
  },
  kinds: {
    closing: 'Liste de clôture',
    figures: 'Lien vers les chiffres',
    test: 'Test',
    'test-invite': 'Invitation d’essai',
    health: 'Fonctionnement',
    invitation: 'Invitation à donner ses disponibilités',
    'sign-in': 'Lien de connexion',
    offer: 'Créneaux à choisir',
    own: 'Sa propre page',
    agreed: 'Ce qui a été convenu, par écrit',
    brief: 'Pour le mentor, la veille',
    attendance: 'Le jour même',
    offers: 'Créneaux à choisir, pour plusieurs',
    calendar: 'Invitation',
    outcome: 'Comment cela s’est-il passé\u202f?',
    confirm: 'À confirmer',
    digest: 'La veille',
    morning: 'Ce qui attend, le matin',
    urgent: 'Ce qui concerne le lendemain',
  },
  methods: { CANCEL: 'Annulation', DECLINECOUNTER: 'Horaire inchangé' },
  to: (name) => `à ${name}`,
  tries: (count) => (count === 1 ? 'une tentative' : `${count} tentatives`),
  error: (code) => `Dernière erreur\u202f: ${code}`,
  again: 'Renvoyer',
  stoppedAddress: 'Les courriels envoyés à cette adresse reviennent\u202f: plus rien n’y est envoyé.',
  restingAddress:
    'Cette adresse ne reçoit pas de courrier pour l’instant. Les courriels partiront à partir du\u202f:',
  clear: 'L’adresse fonctionne de nouveau',
  person: 'Corriger l’adresse',
  stopped: (code) =>
    `Aucun courriel ne part\u202f: ${code}. Tous les courriels attendent. Sotto en essaie un de temps en temps\u202f; dès qu’il part, les autres suivent.`,
  stoppedSince: 'Depuis',
  restored: {
    title: 'Restauré depuis une sauvegarde\u202f: rien n’est envoyé',
    at: 'Restauré',
    backup: 'Sauvegarde faite',
    about:
      'Les courriels qui attendaient dans la sauvegarde sont peut-être partis depuis. Tant que personne n’a décidé, aucun courriel ne part, sauf les liens de connexion et les essais, et Sotto ne propose, ne rappelle et ne libère rien de lui-même. Les réponses reçues sont gardées et comptent.',
    ofBackup: (count) =>
      count === 0
        ? 'Aucun courriel n’attendait dans la sauvegarde.'
        : count === 1
          ? 'Un courriel attendait dans la sauvegarde.'
          : `${count} courriels attendaient dans la sauvegarde.`,
    since: (count) =>
      count === 0 ? '' : count === 1 ? 'Un autre a été écrit depuis.' : `${count} ont été écrits depuis.`,
    oldest: 'Le plus ancien date de\u202f:',
    timers: (count) =>
      count === 0
        ? ''
        : count === 1
          ? 'Une tâche automatique est à faire.'
          : `${count} tâches automatiques sont à faire.`,
    drop: 'Continuer, sans ce qui attendait dans la sauvegarde',
    dropAbout:
      'Si la sauvegarde n’est pas toute récente. Chacun garde ce qu’il a\u202f; ce qui manquerait à quelqu’un se renvoie depuis sa séance.',
    send: 'Continuer, et envoyer tout ce qui attend',
    sendAbout:
      'Si rien n’est parti depuis la sauvegarde, à coup sûr. Qui avait déjà un courriel reçoit le même\u202f; les dates passées sont laissées de côté.',
    owner: (names) =>
      `Cela concerne tous les programmes\u202f: la personne qui fait fonctionner l’installation en décide${names.length === 0 ? '' : ` (${names.join(', ')})`}.`,
    resumed: 'Les courriels partent de nouveau.',
    dropped: (count) =>
      count === 0
        ? ''
        : count === 1
          ? 'Un courriel de la sauvegarde a été mis de côté.'
          : `${count} courriels de la sauvegarde ont été mis de côté.`,
  },
  resendAll: 'Renvoyer tous ceux qui n’ont pas été remis',
  resent: (letters, overtaken) => {
    const again =
      letters === 1 ? 'Un courriel est de nouveau en route' : `${letters} courriels sont de nouveau en route`
    if (overtaken === 0) return letters === 0 ? 'Tout avait été remis.' : `${again}.`
    const rest =
      overtaken === 1 ? 'un autre n’est plus d’actualité' : `${overtaken} autres ne sont plus d’actualité`
    return letters === 0
      ? 'Rien n’est renvoyé\u202f: ce qui n’avait pas été remis n’est plus vrai.'
      : `${again}\u202f; ${rest}.`
  },
  moreFailed: 'Tous n’ont pas été examinés.',
  older: 'Courriels plus anciens',
  test: 'M’envoyer un courriel de test',
  tested: (email: string) =>
    `Un courriel de test part vers ${email}. Rechargez cette page pour voir ce qu’il devient.`,
  serverSaid: (answer: string) => `Réponse du serveur\u202f: ${answer}`,
  health: {
    title: 'Fonctionnement',
    about:
      'Pour qui administre cette installation\u202f: ce qui se fait tout seul, dans tous les programmes.',
    ticks: 'Dernière exécution',
    runs: { minutely: 'Chaque minute', nightly: 'La nuit' },
    never: 'Aucune exécution pour l’instant.',
    failed: (jobs: string) => `en échec\u202f: ${jobs}`,
    jobs: {
      'expire-offer': 'fin des propositions sans réponse',
      bump: 'libération des dates déclinées',
      'ask-anew': 'demande à la personne qui répond désormais',
      'mentor-cannot': 'remplacement d’un mentor empêché',
      'clear-after-leaving': 'retrait des créneaux après un dernier jour',
      're-offer': 'nouvelle proposition de créneaux',
      'ask-for-outcome': 'demande de compte rendu',
      'close-unmet': 'clôture des séances où personne n’est venu',
      brief: 'note de préparation du mentor',
      nudge: 'mot entre deux séances',
      'open-round': 'préparation de la séance suivante',
      digest: 'courriel de la veille à l’assistant',
      'morning-mail': 'courriel du matin aux responsables',
      'urgent-mail': 'courriel urgent aux responsables',
      leave: 'fin de ce qui cesse au dernier jour',
      erase: 'effacement de personnes',
      'read-feed': 'lecture d’un agenda publié',
      'finish-closing': 'clôture d’un programme',
      purge: 'effacement des noms et notes d’un programme clos',
      're-arm': 'mise à jour des tâches après un changement',
      repair: 'contrôle des tâches dues',
      rounds: 'tâches des séances et des personnes',
      feeds: 'lecture des agendas publiés',
      deliver: 'envoi des courriels',
      'call-webhooks': 'appel des webhooks',
      'tell-of-health': 'avis sur l’état de l’installation',
      'seal-access-log': 'scellement du journal des accès',
      'purge-letters': 'effacement du texte des anciens courriels',
      'drop-strangers': 'effacement des anciens courriels d’inconnus',
      'drop-undos-and-words': 'effacement de ce qui ne peut plus être annulé',
      'drop-questions': 'effacement des anciennes questions',
      'drop-imports': 'effacement des anciens fichiers importés',
      'release-reports': 'publication des chiffres pour les sponsors',
      'drop-kept-forms': 'effacement des formulaires gardés pendant une connexion',
      'seal-anew': 'chiffrement avec la clé la plus récente',
      'drop-reasons': 'effacement des motifs après trente jours',
      'drop-tokens': 'effacement des liens et des connexions qui ont pris fin',
      'drop-counts': 'effacement des compteurs et des clés de requêtes',
      'drop-settled': 'effacement de ce qui est réglé depuis longtemps',
      'purge-access-log': 'effacement du journal des accès après un an',
      'ask-for-repairs': 'début de la comparaison des tâches, la nuit',
      'check-invariants': 'contrôle de la base de données',
    },
    job: (name, code) => `${name} (${code})`,
    letters: 'Courriels',
    waiting: (count: number) =>
      count === 0 ? 'Aucun en attente.' : count === 1 ? 'Un en attente.' : `${count} en attente.`,
    oldest: 'Le plus ancien attend depuis',
    lastError: (code: string) => `dernière erreur ${code}`,
    sending: 'Envoi',
    works: 'En marche.',
    stopped: 'Arrêté.',
    timers: 'Tâches automatiques',
    overdue: (count: number) =>
      count === 0 ? 'Rien en retard.' : `${count} en retard de plus de dix minutes.`,
    failing: (kind: string, count: number) => `${kind} échoue à plusieurs reprises\u202f: ${count}`,
    feeds: 'Agendas publiés',
    checks: 'Contrôle de la base',
    seal: 'Sceau du journal des accès',
    unsealed: 'Rien n’est encore scellé.',
    keepSeal: 'À garder ailleurs\u202f: «\u202fnpm run audit:verify\u202f» le compare.',
    broken: (count: number) =>
      count === 0
        ? 'Tout est comme il faut.'
        : count === 1
          ? 'Une chose n’est pas comme il faut.'
          : `${count} choses ne sont pas comme il faut.`,
    whatToDo: '«\u202fnpm run fsck\u202f» dit où il en est ainsi.',
    unread: (count: number) =>
      count === 0
        ? 'Tous sont lisibles.'
        : count === 1
          ? 'Un seul est illisible.'
          : `${count} sont illisibles.`,
  },
  cleared: (letters) =>
    letters === 0
      ? 'Le courrier repart vers cette adresse.'
      : `Le courrier repart vers cette adresse\u202f: ${letters} en route.`,
}
