import { de } from '../elision.ts'
import type { LetterWords } from './en.ts'

/** The narrow `\u202f` keeps a sign on the line of its word. */
export const lettersFr: LetterWords = {
  hello: (name) => `Bonjour ${name},`,
  human: (manager, email) =>
    `Envoyé pour ${manager}. Répondez à ce message ou écrivez à ${email}\u202f: quelqu’un vous lira.`,
  place: {
    where: (location) => `Lieu\u202f: ${location}`,
    join: 'Rejoindre en ligne',
    byPhone: 'Par téléphone.',
    online: 'En ligne.',
  },
  signIn: {
    subject: 'Votre lien de connexion',
    asked: (email, when) => `Le ${when}, quelqu’un a demandé à se connecter en tant que ${email}.`,
    valid: (minutes, until) =>
      `Ce lien vous connecte. Il ne sert qu’une fois et reste valable ${minutes} minutes\u202f: jusqu’au ${until}.`,
    press: 'Se connecter',
    ignore: 'Si ce n’était pas vous, ignorez ce message\u202f: sans ce lien, personne ne peut entrer.',
  },
  invitation: {
    subject: (programme) => `${programme}\u202f: quelles sont vos disponibilités\u202f?`,
    asks: (manager) =>
      `${manager} souhaiterait réserver de temps en temps une heure de votre temps, avec une seule personne à la fois. Personne d’autre n’en est informé.`,
    first:
      'D’abord, trois minutes de lecture. Indiquez ensuite vos disponibilités\u202f: deux ou trois heures par semaine suffisent largement, et rien n’est proposé en dehors.',
    press: 'Me connecter et donner mes disponibilités',
    valid: (until) =>
      `Le lien vous connecte une seule fois, jusqu’au ${until}. Ensuite, demandez-en un nouveau à cette adresse\u202f:`,
    again: 'Se connecter',
    ignore: (manager) =>
      `Si ce n’est pas possible, ou si vous ne connaissez pas ${manager}, répondez à ce message. Rien ne se fera sans votre accord.`,
  },
  test: {
    subject: 'Les courriels arrivent',
    arrived: (when) => `Vous avez demandé ce courriel le ${when}. Il est arrivé\u202f: l’envoi fonctionne.`,
    nothing: 'Vous n’avez rien à faire.',
  },
  testInvite: {
    title: 'Essai d’agenda',
    isAt: (when) => `Le rendez-vous\u202f: ${when}.`,
    about:
      'Vous avez demandé ce rendez-vous pour voir si les invitations arrivent dans votre agenda. Il ne concerne personne d’autre.',
    answer:
      'Acceptez-le ou refusez-le dans l’agenda\u202f: votre réponse s’affiche ensuite sur la page Aujourd’hui.',
    gone: 'Il est retiré de votre agenda. Vous n’avez rien à faire.',
  },
  health: {
    broken: 'Sotto\u202f: quelque chose demande votre attention',
    mended: 'Sotto\u202f: tout fonctionne de nouveau',
    isBad: 'Quelque chose n’est pas comme il faut\u202f:',
    since: (sentence, when) => `${sentence} Depuis le ${when}.`,
    codes: {
      'letters-late': 'Des courriels partent en retard.',
      'jobs-failed': 'Un travail du dernier passage a échoué.',
      'timers-failing': 'Une tâche échoue à chaque essai.',
      'checks-broken':
        'La vérification nocturne de la base a trouvé quelque chose qui n’est pas comme il faut.',
      'feeds-failing': 'Un agenda publié ne peut pas être lu.',
    },
    open: 'Voir comment cela fonctionne',
    toDo: {
      'letters-late': 'La page Envois montre ce qui attend, et la dernière erreur.',
      'jobs-failed': 'Le bas de la page Envois le nomme, et le journal dit pourquoi.',
      'timers-failing':
        'Elle est retentée automatiquement\u202f: le bas de la page Envois dit de quel genre elle est, et le journal pourquoi.',
      'checks-broken': '«\u202fnpm run fsck\u202f» dit de quoi il s’agit.',
      'feeds-failing':
        'Aucun nouveau créneau n’est proposé avec lui entre-temps. Cela se règle sur la page Agendas de la personne à qui il appartient, ou sur sa page personnelle.',
    },
    elsewhere:
      'Le journal de l’installation en dit plus. Qui gère un programme ici le trouve aussi sur la page Envois\u202f: demandez-lui.',
    next: 'Un autre courriel viendra quand tout fonctionnera de nouveau, quand autre chose cessera de fonctionner, ou dans une semaine\u202f; jamais plus d’un par jour sur ce qui ne fonctionne pas.',
    isWell: (firstAt, when) =>
      `Le ${firstAt}, nous vous avons écrit que quelque chose n’était pas comme il faut. Tout fonctionne de nouveau depuis le ${when}.`,
    nothing: 'Vous n’avez rien à faire.',
    again:
      'Si quelque chose cesse encore de fonctionner, la page Envois le montre aussitôt et un courriel le dit\u202f: un par jour au plus.',
    againByMail:
      'Si quelque chose cesse encore de fonctionner, un courriel le dit\u202f: un par jour au plus.',
    why: 'Vous recevez ce courriel parce que vous exploitez cette installation de Sotto.',
  },
  figures: {
    subject: (programme) => `${programme}\u202f: les chiffres`,
    about: (programme) =>
      `Voici les chiffres de ${programme}. Ce sont des totaux, mis à jour une fois par mois\u202f; rien n’y concerne une personne en particulier.`,
    press: 'Ouvrir les chiffres',
    valid: (until) =>
      `Le lien fonctionne jusqu’au ${until}, sans mot de passe. Quiconque l’a peut lire la page\u202f: gardez-le pour vous.`,
  },
  offer: {
    subjectFor: (times, executive, again) =>
      `${counted(times, again)} pour ${executive}\u202f: ${times === 1 ? 'convient-il' : 'lequel convient'}\u202f?`,
    subject: (minutes, again) =>
      again
        ? `${minutes} minutes\u202f: quel nouveau créneau vous convient\u202f?`
        : `${minutes} minutes\u202f: quel créneau vous convient\u202f?`,
    heldFor: (times, executive, until, again) =>
      `${counted(times, again)} ${times === 1 ? 'est réservé' : 'sont réservés'} pour ${executive}${until === null ? ', chacun jusqu’à l’heure indiquée à côté' : ` jusqu’au ${until}`}.`,
    until: (moment) => `jusqu’au ${moment}`,
    length: (minutes, mentor) =>
      mentor ? `${minutes} minutes avec ${mentor}.` : `${minutes} minutes, en tête-à-tête.`,
    andMore: (executives, more) =>
      `${executives} et ${more === 1 ? 'une autre personne' : `${more} autres personnes`}`,
    allHeld: (until) => `Tous sont réservés jusqu’au ${until}.`,
    heldUntil: (until) => `Réservation valable jusqu’au ${until}.`,
    zoneOfAll: (zone) => `Horaires\u202f: ${zone}.`,
    part: (executive, again) => `${executive}${again ? ' (nouveaux créneaux)' : ''}\u202f:`,
    otherwise: (withTimes) =>
      withTimes ? 'Choisir, ou répondre autrement' : 'Aucun de ceux-ci, plus tard, ou un autre créneau',
    several: (executives) => `Des créneaux pour ${executives}\u202f: lesquels conviennent\u202f?`,
    stillHeldFor: (executive) =>
      `Encore réservé pour ${executive}\u202f: l’un des créneaux convient-il\u202f?`,
    stillHeld: 'Encore réservé pour vous\u202f: l’un des créneaux convient-il\u202f?',
    severalStillHeld: (executives) => `Encore réservé pour ${executives}\u202f: lesquels conviennent\u202f?`,
    still:
      'Ces créneaux sont encore réservés et attendent une réponse. «\u202fAucun de ceux-ci\u202f» en est une aussi.',
    below: (count) =>
      `Des créneaux sont réservés pour ${count} personnes\u202f; chacune a sa partie dans ce message.`,
    tap: 'Un clic sur celui qui convient\u202f; rien n’est arrêté avant la confirmation sur la page.',
    which: (times, again) =>
      times === 1
        ? `Ce ${again ? 'nouveau ' : ''}créneau vous conviendrait-il\u202f?`
        : `Lequel de ces ${again ? 'nouveaux ' : ''}créneaux vous conviendrait le mieux\u202f?`,
    heldForYou: (times, until) =>
      until === null
        ? 'Chacun vous est réservé jusqu’à l’heure indiquée à côté.'
        : `${times === 1 ? 'Il vous est réservé' : 'Ils vous sont réservés'} jusqu’au ${until}.`,
    none: 'Aucun de ceux-ci',
    later: 'Me redemander après le …',
    own: 'Proposer un autre créneau',
    copy: 'À copier\u202f:',
    firstFor: (manager, executive) =>
      `De quoi s’agit-il\u202f? ${manager} organise quelques rendez-vous privés en tête-à-tête pour ${executive} et s’adresse à vous parce que vous tenez son agenda. Aucun compte à ouvrir.`,
    firstForSeveral: (manager, executives) =>
      `De quoi s’agit-il\u202f? ${manager} organise quelques rendez-vous privés en tête-à-tête pour ${executives} et s’adresse à vous parce que vous tenez leur agenda. Aucun compte à ouvrir.`,
    stopFor: 'Pour ne plus recevoir ces messages, il suffit de le dire en réponse à celui-ci.',
    first: (manager) =>
      `De quoi s’agit-il\u202f? D’un rendez-vous privé en tête-à-tête que ${manager} organise pour vous. Rien à préparer, aucun compte à ouvrir.`,
    stop: 'Si vous préférez que l’on ne vous sollicite plus, il suffit de le dire en réponse à ce message.',
  },
  calendar: {
    title: (minutes, other) => `${minutes} min avec ${other}`,
    plainTitle: '1:1',
    withWhom: (minutes, other) =>
      other ? `${minutes} minutes avec ${other}.` : `${minutes} minutes, en tête-à-tête.`,
    fixed: (when) => `Voici l’horaire\u202f: ${when}.`,
    moved: (when, before) => `Voici un nouvel horaire\u202f: ${when}. Il remplace celui-ci\u202f: ${before}.`,
    placed: (when) => `Le lieu a changé\u202f; l’horaire reste le même\u202f: ${when}.`,
    stoodIn: (when, other) =>
      other
        ? `L’horaire reste le même\u202f: ${when}. Vous y verrez désormais ${other}.`
        : `L’horaire reste le même\u202f: ${when}. Un détail a changé.`,
    answer: 'Acceptez ou refusez dans votre agenda, ou proposez-y un autre horaire.',
    answeredBy: (name) =>
      name
        ? `Votre dernière réponse est venue ${de(name)}.`
        : 'Votre dernière réponse est venue d’une adresse que nous ne connaissons pas. Si ce n’était pas voulu, répondez à ce message.',
    page: 'Répondre sur la page du rendez-vous',
    questions: 'Deux courtes questions, deux clics',
    pageAddress: (url) => `Page du rendez-vous\u202f: ${url}`,
    first: (manager) =>
      `De quoi s’agit-il\u202f? D’un rendez-vous privé en tête-à-tête que ${manager} organise pour vous. Rien à préparer, aucun compte à ouvrir. Si vous n’en souhaitez plus, il suffit de le dire en réponse à ce message.`,
    cancelled: (title) => `Annulé\u202f: ${title}`,
    free: (when) => `Cet horaire est de nouveau libre\u202f: ${when}.`,
    nothingToDo: 'Vous n’avez rien à faire. Tout nouvel horaire fera l’objet d’une autre invitation.',
    notPossible:
      'Merci, mais l’horaire que vous proposez n’est pas possible. Celui de votre agenda est maintenu.',
    unchanged: (title) => `Horaire inchangé\u202f: ${title}`,
    stays: (when) =>
      `Merci d’avoir proposé un autre horaire. Il n’a pas pu être retenu\u202f; celui-ci reste donc valable\u202f: ${when}.`,
  },
  outcome: {
    subject: (day) => `${capital(day)}\u202f: comment cela s’est-il passé\u202f?`,
    over: (other, when) => `Votre rendez-vous avec ${other} est terminé\u202f: ${when}.`,
    ask: 'Comment cela s’est-il passé\u202f? Chacun de ces liens ouvre une page où la réponse est déjà choisie. Pas de mot de passe, moins d’une minute.',
    questions: 'Deux courtes questions, deux clics',
    noChase: (manager) => `Vous n’avez à relancer personne\u202f: ${manager} s’occupe de la suite.`,
  },
  told: {
    morning: (count) => `Aujourd’hui\u202f: ${things(count)}`,
    urgent: (count, when) => `Avant ${when}\u202f: ${things(count)}`,
    intro: (count) => (count === 1 ? 'Une chose vous attend.' : `${count} choses vous attendent.`),
    near: 'Cela concerne les 24 heures à venir.',
    since: (day) => `depuis le ${day}`,
    acts: (when) => `Si personne n’agit avant, Sotto le fera\u202f: ${when}.`,
    waits: 'Sotto n’interviendra pas de lui-même.',
    askedAgain: 'D’autres créneaux ont été proposés automatiquement.',
    more: (count) => (count === 1 ? 'Et encore une chose' : `Et encore ${count} choses`),
    open: 'Tout voir',
    which: 'Choisir ces courriels, et qui les reçoit en votre absence',
    news: {
      restored: 'Restauré depuis une sauvegarde\u202f: rien n’est envoyé',
      'sending-stopped': 'Aucun courriel ne part',
      'mentor-cannot': 'Quelqu’un a un empêchement',
      'mentor-leaves': 'Quelqu’un part avant\u202f; il faut une autre personne',
      declined: 'Décliné, et rien de nouveau n’est proposé',
      'bumped-twice': 'Reporté au moins deux fois de suite',
      counter: 'Un autre horaire est proposé',
      'answer-waiting': 'Une réponse est à lire',
      'reporting-line': 'En l’état, rien de nouveau ne peut être organisé entre ces deux personnes',
      'trip-over-dates': 'Un déplacement ou un changement d’horaires ne permet plus cette date',
      'address-bounced': 'Les courriels envoyés à une adresse reviennent',
      undelivered: 'Un courriel n’a pas pu être remis',
      'asks-for-another': 'Quelqu’un préférerait autre chose',
      'asks-to-pause': 'Quelqu’un préférerait une pause',
      'asks-erasure': 'Quelqu’un demande à être effacé',
      'asks-correction': 'Quelqu’un demande une correction',
      pulse: 'Quelqu’un souhaite continuer autrement',
      'offset-changed': 'L’heure légale a changé là-bas\u202f: ce n’est plus l’heure convenue',
      'zone-changed': 'Quelqu’un a changé de fuseau\u202f: c’est désormais en dehors de ses horaires',
      'no-link': 'Une date n’a pas encore de lieu',
      'offer-unanswered': 'Sans réponse depuis deux jours ouvrés',
      'offer-expired': 'Les créneaux proposés ont expiré',
      'none-suited': 'Aucun créneau ne convenait',
      'no-next-date': 'Pas de prochaine date',
      'asked-for-later': 'A demandé d’attendre, et n’a pas de date depuis longtemps',
      'first-offer': 'Rien n’a encore été proposé',
      tentative: 'Toujours «\u202fpeut-être\u202f», et c’est bientôt',
      'not-logged': 'Le compte rendu manque encore',
      'needs-manager': 'Un point vous est signalé',
      'mentor-not-ready': 'Quelqu’un n’a pas encore indiqué ses disponibilités',
      draft: 'Un projet est prêt et vous attend',
      'timer-failed': 'Sotto échoue ici à plusieurs reprises',
      'programme-ends': 'Le dernier jour approche',
      'key-expires': 'Une de vos clés d’API expire dans moins d’une semaine',
      strangers: 'Des courriels venus d’adresses inconnues ici',
      'given-up': 'Cette date n’est plus retenue',
    },
  },
  desk: 'Votre espace\u202f: les six prochaines semaines au même endroit, après connexion',
  digest: {
    subject: (meetings) =>
      `Prochain jour ouvré\u202f: ${meetings === 1 ? 'un rendez-vous' : `${meetings} rendez-vous`}`,
    intro:
      'Voici ce que nous pensons être dans les agendas. Si un rendez-vous y est déplacé, nous n’en savons rien.',
    with: (mentor) => `Avec ${mentor}.`,
    wrong: 'En cas d’erreur, un mot en réponse à ce message suffit. Sinon, vous n’avez rien à faire.',
  },
  brief: {
    subject: (when) => `Pour le ${when}`,
    who: (other, when) => `Vous voyez ${other}\u202f: ${when}.`,
    kinds: {
      workshop:
        'C’est vous qui enseignez\u202f: vous montrez une seule chose, et vous la faites ensemble avant de vous quitter.',
      mentoring:
        'Vous avez plus d’ancienneté, ou un rang égal\u202f: on vous demande ce que vous savez, et c’est à l’autre personne de décider de la suite.',
      'reverse-mentoring':
        'C’est vous qui conduisez la séance, si haut placée que soit l’autre personne\u202f: sans titres ni diapositives, une chose à la fois.',
    },
    first: {
      workshop:
        'C’est votre première fois ensemble\u202f: commencez par une chose assez simple pour être terminée aujourd’hui.',
      mentoring:
        'C’est votre première fois ensemble\u202f: demandez ce qui serait utile avant de dire ce que vous savez.',
      'reverse-mentoring':
        'C’est votre première fois ensemble\u202f: demandez ce qui est facile et ce qui ne l’est pas, et ne montrez qu’une chose.',
    },
    noCommitment: 'Rien n’avait été convenu la dernière fois.',
    commitment: 'Convenu la dernière fois\u202f:',
    due: (day) => `D’ici le ${day}.`,
    done: {
      yes: 'Fait.',
      partly: 'Fait en partie.',
      no: 'Pas fait\u202f; inutile de demander pourquoi.',
      unknown: 'On ne sait pas si c’est fait.',
    },
    says: {
      yes: (other) => `${other} dit que c’est fait.`,
      partly: (other) => `${other} dit que c’est fait en partie.`,
      no: (other) => `${other} dit que ce n’est pas fait\u202f; inutile de demander pourquoi.`,
    },
    notSeen: 'Vous n’avez pas dit si vous l’avez vu.',
    format: (name) => `Pour commencer, «\u202f${name}\u202f»\u202f:`,
    avoid: 'À éviter\u202f:',
    why: 'Pourquoi cela maintenant\u202f:',
    doing: 'Ensemble\u202f:',
    sign: 'À quoi l’on voit que cela a réussi\u202f:',
    forYou: 'Pour vous\u202f:',
    materials: 'Documents',
    question: 'Une question vous attend, écrite d’avance\u202f; elle n’est lue que par vous, ici',
    track: (name, step, of) => `${step} sur ${of}\u202f: «\u202f${name}\u202f».`,
    ofTrack: 'Pour cette étape\u202f:',
    ofTrackLink: 'Documents de cette étape',
    waiting: 'Le jour même\u202f: personne au bout de dix minutes',
    late: 'Je serai en retard',
    cannot: 'J’ai un empêchement',
  },
  own: {
    subject: 'Votre page',
    asked: 'Vous avez demandé votre propre page\u202f: la prochaine date, et ce que vous vouliez faire.',
    ignore: 'Si ce n’était pas vous, ignorez ce message\u202f: il ne change rien.',
    subjectFrom: (other) => (other ? `Un mot ${de(other)}` : 'Un mot pour vous'),
    reminds: (other) =>
      other ? `${other} se souvient de ce que vous vouliez faire\u202f:` : 'Ce que vous vouliez faire\u202f:',
    remindsOnPage: (other) =>
      other
        ? `${other} se souvient de ce que vous vouliez faire\u202f; vous le trouvez sur votre page.`
        : 'Ce que vous vouliez faire est sur votre page.',
    page: 'Dire où cela en est',
    noHurry: 'Rien ne presse. Si vous répondez à ce message, quelqu’un vous lira.',
  },
  agreed: {
    subject: (other) => (other ? `Une note ${de(other)}` : 'Une note pour vous'),
    noted: (other) =>
      other ? `${other} a noté ce que vous comptez faire\u202f:` : 'Ce que vous comptez faire\u202f:',
    onPage: (other) =>
      other
        ? `${other} a noté ce que vous comptez faire\u202f; vous le trouvez sur votre page.`
        : 'Ce que vous comptez faire est sur votre page.',
    due: (day) => `D’ici le ${day}.`,
    page: 'Votre page',
    why: 'Vous avez demandé cet écrit, une fois après chaque rendez-vous. Vous pouvez y mettre fin sur votre page. Si vous répondez à ce message, quelqu’un vous lira.',
  },
  closing: {
    subject: 'Ce qui vous reste',
    over: 'Les rendez-vous organisés pour vous sont terminés. Merci pour votre temps. Voici votre propre liste.',
    met: 'Vos rendez-vous\u202f:',
    minutes: (day, minutes) => `${day}, ${minutes} minutes`,
    neverMet: 'Aucun rendez-vous n’a eu lieu.',
    meant: 'Ce que vous vouliez faire\u202f:',
    done: { yes: '(fait)', partly: '(fait en partie)', no: '(pas fait)' },
    said: {
      yes: '(vous dites\u202f: fait)',
      partly: '(vous dites\u202f: fait en partie)',
      no: '(vous dites\u202f: pas fait)',
    },
    seen: { yes: '(vu\u202f: fait)', partly: '(vu\u202f: fait en partie)', no: '(vu\u202f: pas fait)' },
    unknown: '(on ne sait pas si c’est fait)',
    stages: {
      reading: 'Cela s’est vu\u202f: vous suivez ce qui s’écrit.',
      answering: 'Cela s’est vu\u202f: vous avez répondu devant tous.',
      posting: 'Cela s’est vu\u202f: vous avez publié quelque chose.',
      'asking-others-in': 'Cela s’est vu\u202f: vous avez invité d’autres personnes.',
    },
    more: 'Le reste de ce que vous vouliez faire ne figure que sur votre page.',
    page: 'Elle figure aussi sur votre page.',
    pageWithQuestions: (manager) =>
      `Elle figure aussi sur votre page, avec deux courtes questions\u202f; les réponses ne sont lues que par ${manager}.`,
    open: 'Votre page',
    kept: (day) =>
      `Les noms et les notes sont gardés jusqu’au ${day}, puis effacés. Seuls restent des nombres, sans noms.`,
    object: 'Pour une correction, ou un effacement anticipé, un mot suffit.',
  },
  attendance: {
    subject: (when) => `À propos du ${when}`,
    expected: (executive, when) =>
      executive
        ? `Une personne attend ${executive}\u202f: ${when}.`
        : `Une personne vous attend\u202f: ${when}.`,
    late: (when) => `L’autre personne aura dix minutes de retard\u202f: ${when}.`,
    nothing: 'Vous n’avez rien à répondre. Si cela n’aboutit pas, de nouveaux créneaux seront proposés.',
  },
  confirm: {
    subject: 'À confirmer\u202f: était-ce vous\u202f?',
    asked: (when) =>
      `Quelqu’un a ouvert votre invitation et demandé à la décliner\u202f: ${when}. Était-ce vous\u202f?`,
    askedFor: (executive, when) =>
      `Quelqu’un a ouvert l’invitation ${de(executive)} et demandé à la décliner\u202f: ${when}. Était-ce vous\u202f?`,
    yes: 'Oui, décliner',
    ignore: 'Si ce n’était pas vous, ignorez ce message\u202f: l’horaire reste tel quel.',
  },
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function counted(times: number, again: boolean): string {
  const number = ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq'][times] ?? String(times)
  if (times === 1) return `${number}${again ? ' nouveau' : ''} créneau`
  return `${number}${again ? ' nouveaux' : ''} créneaux`
}

function things(count: number): string {
  return count === 1 ? 'une chose vous attend' : `${count} choses vous attendent`
}
