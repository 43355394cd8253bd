import type { OwnWords } from '../../../worker/domain/path/format.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'

export const formatWordsFr: Readonly<Record<StandardFormat, OwnWords>> = {
  'first-meeting': {
    name: 'Première rencontre',
    prompts: [
      'Qu’est-ce qui devrait avoir changé dans six mois pour que cela en ait valu la peine\u00a0?',
      'De quoi êtes-vous le plus proche\u00a0: répondre une fois au lieu de dix, laisser voir comment vous jugez, ou entendre ceux que vous n’entendez pas\u00a0?',
      'Qu’est-ce qui, d’habitude, fait obstacle à une demi-heure comme celle-ci\u00a0?',
    ],
    avoid: 'Le plan des mois à venir. Une seule chose suffit.',
    prepare:
      'Rien. Si vous voulez\u00a0: pensez à une question qu’on vous a posée plus d’une fois la semaine dernière.',
    doing:
      'Dire ce que c’est et ce que ce n’est pas, qui voit quoi, que rien n’est noté au-delà de deux lignes, et comment arrêter. Choisir ensuite ensemble vers quoi aller\u00a0; «\u00a0pas encore\u00a0» est une réponse. Convenir du lieu ou du téléphone, et si ce qui est convenu doit venir par écrit.',
    carryOn: ['Remarquer une question qui revient', 'Dire vers quoi aller'],
    sign: 'Vous avez convenu de ce qui serait un signe plus tard.',
    text: 'Parlez un tiers du temps au plus. Ne montrez rien à l’écran. Ce qui se dit des gens reste entre vous deux. Qui dit «\u00a0je ne suis pas doué pour cela\u00a0» a souvent raison sur l’outil, et tort sur soi-même.',
    executiveText:
      'Une demi-heure entre deux personnes. Elle est à vous\u00a0: vous pouvez la déplacer, l’écourter ou y mettre fin à tout moment, sans donner de raison. Ce que vous dites reste ici.',
  },
  'read-with-me': {
    name: 'Lire avec moi',
    prompts: [
      'Quel fil auriez-vous voulu connaître une semaine plus tôt\u00a0?',
      'À qui, dans ce fil, aimeriez-vous répondre\u00a0?',
    ],
    avoid: 'Le peu que l’on a regardé jusqu’ici.',
    prepare: 'Rien.',
    doing:
      'Ouvrir l’endroit ensemble et lire dix minutes sans écrire. S’arrêter là où il y a du nouveau. Marquer le seul fil auquel il vaut la peine de revenir.',
    carryOn: ['Lire un fil par semaine', 'Lire ce fil jusqu’au bout'],
    sign: 'Un fil est suivi, ou ce qui y a été lu est évoqué ailleurs.',
    text: 'Choisissez trois fils d’avance\u00a0: un sur un client, un où l’on n’est pas d’accord, un qui montre quelqu’un de doué à l’œuvre. Ne prenez la souris que si on vous le demande.',
    executiveText:
      'Lire, c’est déjà en être. Personne n’attend que vous écriviez\u00a0; on remarque que vous savez.',
  },
  'read-along': {
    name: 'Suivre pendant une semaine',
    prompts: [
      'Quelles sont les deux ou trois personnes que vous aimeriez lire, où qu’elles écrivent\u00a0?',
      'À quel moment de la journée lisez-vous de toute façon\u00a0?',
    ],
    avoid: 'Les minutes que d’autres y passent.',
    prepare: 'Deux minutes\u00a0: pensez à deux personnes dont vous aimeriez connaître l’avis plus souvent.',
    doing:
      'Suivre deux personnes et un sujet, et veiller à ce qu’ils arrivent sur le téléphone. Accrocher cela à ce qui existe déjà\u00a0: le café, le train, l’attente avant une réunion.',
    carryOn: ['Suivre pendant une semaine', 'Suivre deux personnes', 'Trois minutes avec le premier café'],
    sign: 'À la rencontre suivante, il y a une chose lue que personne n’avait rapportée.',
    text: 'Une habitude a plus besoin d’un crochet que de volonté. Si la semaine a passé sans elle, c’est le crochet qui était mauvais, pas la personne.',
    executiveText:
      'Deux personnes, un sujet, trois minutes par jour. Au bout d’une semaine, vous décidez si cela valait la peine.',
  },
  'three-threads': {
    name: 'Trois fils que l’on ne vous montrerait pas',
    prompts: [
      'Lequel des trois vous surprend\u00a0?',
      'Qu’est-ce qui changerait si vous répondiez à l’un d’eux\u00a0?',
    ],
    avoid: 'Pourquoi ils n’ont pas été montrés.',
    prepare: 'Rien.',
    doing:
      'Lire trois fils qu’aucun rapport ne contient. Pour chacun\u00a0: ce qui s’y dit, ce qui ne s’y dit pas, et qui devrait le savoir. Chercher la question, pas le coupable.',
    carryOn: ['Répondre à l’un des trois', 'Revenir à l’un des trois dans une semaine'],
    sign: 'Une chose venue d’en bas est reprise sans qu’aucun nom y soit attaché.',
    text: 'Choisissez des fils où l’on ne pourrait en vouloir à personne. Vous prêtez vos yeux\u00a0; aucun de ceux qui ont écrit là ne doit le payer.',
    executiveText:
      'Ce qui vous parvient a été gentiment arrondi. Ce n’est la faute de personne\u00a0; c’est ce que fait une hiérarchie.',
  },
  'your-ten-minutes': {
    name: 'Vos dix minutes par semaine',
    prompts: [
      'De tout ce qui vous parvient, qu’est-ce qui vous a servi ne serait-ce qu’une fois ce mois-ci\u00a0?',
      'Où y a-t-il, dans la semaine, dix minutes qui sont à vous\u00a0?',
    ],
    avoid: 'Tous les réglages qui existent.',
    prepare: 'Ayez le téléphone avec vous, chargé.',
    doing:
      'Faire taire tout sauf les noms. Faire une liste de personnes et une de sujets. Mettre l’application là où est le pouce. Inscrire les dix minutes à l’agenda, sous un titre à soi.',
    carryOn: ['Garder dix minutes libres par semaine', 'Faire taire ce qui n’a jamais servi'],
    sign: 'Les dix minutes tiennent, et l’on a renoncé à autre chose pour elles.',
    text: 'Faites-le sur l’appareil même de la personne, et entre ses mains. À la fin, moins de choses doivent sonner\u00a0; s’il y en a plus, défaites la dernière.',
    executiveText:
      'L’outil vous sert, ou on l’éteint. Ce qui ne vous a pas servi en un mois, vous pouvez le faire taire sans le dire à personne.',
  },
  'who-answers-for-you': {
    name: 'Qui répond pour vous, et comment',
    prompts: [
      'À quelles questions quelqu’un pourrait-il répondre en votre nom dès aujourd’hui\u00a0?',
      'Où faut-il que ce soit votre propre voix\u00a0?',
    ],
    avoid: 'Écrire à la place de quelqu’un sans le dire.',
    prepare:
      'Rien. Si votre assistante ou votre assistant peut venir pour les dix dernières minutes, tant mieux.',
    doing:
      'Trier les questions de la semaine passée en trois tas\u00a0: moi et personne d’autre\u00a0; quelqu’un qui dit répondre pour moi\u00a0; personne, car la réponse se trouve quelque part. Convenir d’une phrase avec laquelle on répond au deuxième tas.',
    carryOn: ['Confier une sorte de questions', 'Convenir d’une phrase avec l’assistanat'],
    sign: 'Quelqu’un d’autre répond à une question, ouvertement, et personne n’y trouve à redire.',
    text: 'Des mots empruntés se remarquent en une semaine. On peut confier la réponse, jamais la voix.',
    executiveText:
      'Vous n’avez pas à répondre à tout vous-même. Il suffit que personne ne se fasse passer pour vous.',
  },
  'unfiltered-listening': {
    name: 'Écouter sans filtre',
    prompts: [
      'Qu’avez-vous entendu une seule fois, et tout bas\u00a0?',
      'Qui pourriez-vous en remercier\u00a0?',
    ],
    avoid: 'Qui prépare les dossiers.',
    prepare: 'Deux minutes\u00a0: repensez à la dernière chose qui vous a surpris au travail.',
    doing:
      'Remonter le fil de cette surprise\u00a0: qui savait, depuis quand, et par quel chemin ce n’est pas venu. Nommer une personne qui pourrait vous dire ces choses plus tôt, et ce qu’il lui en coûterait.',
    carryOn: ['Remercier quelqu’un de l’avoir dit', 'Demander à quelqu’un qui n’a pas à vous plaire'],
    sign: 'Quelqu’un dit une chose malvenue, et on l’en remercie.',
    text: 'Apportez vous-même une chose qui n’est pas agréable à entendre, et dites-la simplement. Si vous n’y arrivez pas, personne n’y arrivera.',
    executiveText:
      'On vous dit ce que l’on vous croit capable d’entendre. Ce que vous faites de la première mauvaise nouvelle décide de la deuxième.',
  },
  'walking-call': {
    name: 'Appel en marchant',
    prompts: [
      'Qu’avez-vous vu aujourd’hui que d’autres devraient savoir\u00a0?',
      'En une phrase, qu’écririez-vous\u00a0?',
    ],
    avoid: 'Tout ce qui demande un écran.',
    prepare: 'Rien. De bonnes chaussures.',
    doing:
      'Marcher et parler, chacun là où il est. Dix minutes sur ce qui a été vu cette semaine, dix sur ce que d’autres voudraient en savoir, cinq sur la phrase.',
    carryOn: ['Dire aux autres ce que vous avez vu', 'Rapporter une phrase du prochain voyage'],
    sign: 'Un voyage laisse une trace que d’autres peuvent trouver.',
    text: 'Notez la phrase telle qu’elle a été dite, et relisez-la une fois à voix haute. Rien d’autre ne se note.',
    executiveText:
      'Vous voyez plus d’endroits que la plupart. Une phrase de chacun vaut mieux que le rapport qui vient un mois après.',
  },
  'one-question': {
    name: 'Une question, une seule réponse en public',
    prompts: [
      'Que vous a-t-on demandé trois fois ce mois-ci\u00a0?',
      'Où une seule réponse aurait-elle été vue de tous\u00a0?',
    ],
    avoid: 'Le nombre de lecteurs.',
    prepare:
      'Deux minutes\u00a0: cherchez dans les courriels d’hier une question à laquelle vous avez déjà répondu.',
    doing:
      'Prendre la question qui revient le plus. Dire la réponse à voix haute, la noter comme elle a été dite, en cinq phrases au plus, et la mettre là où le prochain cherchera.',
    carryOn: ['Répondre à une question en public', 'Répondre au prochain courriel par le lien'],
    sign: 'Une réponse se trouve là où tous peuvent la trouver.',
    text: 'La réponse peut être «\u00a0je ne le sais pas encore, vendredi\u00a0». C’est l’endroit qui est nouveau, pas le contenu.',
    executiveText:
      'Vous y répondez déjà, dix fois par mois, à chacun. Répondez-y une fois là où cela se trouve, et elle répondra d’elle-même.',
  },
  'react-and-thank': {
    name: 'Réagir et remercier avant d’écrire',
    prompts: [
      'Qui a fait cette semaine une chose que vous auriez saluée dans le couloir\u00a0?',
      'Qu’y avait-il de bien, exactement\u00a0?',
    ],
    avoid: 'Un compliment qui irait à tout le monde.',
    prepare: 'Deux minutes\u00a0: pensez à une personne qui a fait plus qu’on ne lui demandait.',
    doing:
      'Trouver deux contributions d’autres et y réagir\u00a0: à l’une d’un signe, à l’autre d’une phrase qui dit ce qui était bien. Le faire maintenant, tous deux en silence, et voir qui répond.',
    carryOn: ['Remercier une personne là où d’autres le voient', 'Réagir à une contribution par semaine'],
    sign: 'Quelqu’un est remercié là où d’autres peuvent le lire, pour une chose précise.',
    text: 'Une phrase avec un nom et un verbe. Qui réagit à tout, de si haut, passe pour une machine\u00a0; deux par semaine, et tous les lisent.',
    executiveText:
      'Un mot de vous pèse plus que vous ne croyez. Il n’a pas à être long\u00a0; il doit parler de quelque chose.',
  },
  'answer-once': {
    name: 'Répondre une fois, puis renvoyer',
    prompts: [
      'Laquelle de vos réponses vous a-t-on redemandée depuis\u00a0?',
      'Qu’écririez-vous au prochain qui demande\u00a0?',
    ],
    avoid: 'Gronder celui qui n’a pas cherché d’abord.',
    prepare: 'Deux minutes\u00a0: trouvez un courriel qui demande ce à quoi vous avez déjà répondu.',
    doing:
      'Améliorer la réponse qui est là jusqu’à ce qu’elle se passe d’explication. Écrire ensuite la ligne qui y renvoie, assez aimable pour aller à n’importe qui.',
    carryOn: ['Renvoyer trois personnes à une réponse', 'Décliner une réunion que remplace une réponse'],
    sign: 'Quelqu’un d’autre renvoie à la réponse.',
    text: 'La seconde moitié est la plus difficile\u00a0: ne pas répondre encore une fois, par politesse. Restez là pendant que part la première de ces lignes.',
    executiveText:
      'La première réponse vous coûte dix minutes. Le gain commence à la deuxième question, si vous n’y répondez pas de nouveau.',
  },
  'quiet-voice': {
    name: 'La voix discrète',
    prompts: [
      'De qui l’avis vous manquerait-il, s’il n’était jamais dit\u00a0?',
      'Comment cette personne aimerait-elle qu’on le lui demande\u00a0?',
    ],
    avoid: 'Les noms de ceux qui parlent trop.',
    prepare: 'Deux minutes\u00a0: pensez à une décision du mois dernier, et à qui n’a rien dit.',
    doing:
      'Prendre une question ouverte. Noter qui a parlé et qui saurait. Choisir quelqu’un des seconds et lui écrire la question, en deux phrases auxquelles on puisse répondre «\u00a0non\u00a0».',
    carryOn: ['Demander à quelqu’un qui n’a pas parlé', 'Attendre un jour avant de dire son avis'],
    sign: 'Quelqu’un parle qui s’était tu, et cela change quelque chose.',
    text: 'Être interrogé d’en haut devant tous peut effrayer. Convenez d’avance s’il vaut mieux le demander d’abord à part.',
    executiveText:
      'Ceux qui savent le mieux parlent souvent les derniers, ou pas du tout. Ils répondent quand on les nomme, et quand «\u00a0non\u00a0» est permis.',
  },
  'first-post': {
    name: 'Écrire ensemble le premier message',
    prompts: [
      'Que dites-vous en ce moment à chacun, un par un\u00a0?',
      'Quelle en est la première phrase\u00a0?',
    ],
    avoid: 'Les chartes rédactionnelles.',
    prepare: 'Rien.',
    doing:
      'Parler jusqu’à ce que vienne une phrase que l’on dirait de toute façon. La noter. En ajouter deux. La relire une fois à voix haute, et l’envoyer avant de se quitter.',
    carryOn: ['Publier ce qui a été écrit ensemble', 'Répondre à la première réaction'],
    sign: 'Il y a là quelque chose d’écrit de sa propre main.',
    text: 'Vous pouvez taper, pas formuler. Les petites fautes restent\u00a0; elles prouvent qui a écrit.',
    executiveText: 'Trois phrases sont une contribution. Ce que vous diriez à une personne ira pour toutes.',
  },
  'mail-to-thread': {
    name: 'Faire d’un courriel un fil',
    prompts: [
      'Quel courriel de la semaine avait le plus de monde en copie\u00a0?',
      'Qu’est-ce qui doit y rester privé\u00a0?',
    ],
    avoid: 'L’auteur du courriel.',
    prepare: 'Deux minutes\u00a0: trouvez un courriel avec plus de cinq personnes en copie.',
    doing:
      'Prendre le courriel, barrer ce qui est privé, et mettre le reste là où tous, et le suivant, peuvent le suivre. Répondre ensuite au courriel par le seul lien.',
    carryOn: ['Faire d’un courriel un fil', 'Répondre au prochain par un lien'],
    sign: 'Une conversation a déménagé, et a continué là-bas.',
    text: 'Demandez d’abord si cela gênerait quelqu’un en copie. Un fil qui naît du courriel de quelqu’un naît de son accord.',
    executiveText:
      'Dix personnes en copie, ce sont dix exemplaires d’une conversation qu’aucune ne retrouvera dans un mois.',
  },
  'voice-to-post': {
    name: 'De la voix au message',
    prompts: [
      'Dites-le comme à un collègue dans l’ascenseur.',
      'Puis-je l’écrire tel que vous l’avez dit\u00a0?',
    ],
    avoid: 'Corriger pendant que cela se dit.',
    prepare: 'Rien.',
    doing:
      'Deux minutes de parole, deux d’écriture, une de relecture. Ôter ce qui est de trop, ne rien ajouter. Envoyer depuis le téléphone de la personne même.',
    carryOn: ['Publier ce qui a été dit', 'En dire un autre au téléphone'],
    sign: 'Une chose a été dite tout haut, et se trouve là dans les mêmes mots.',
    text: 'Si cela sonne comme un communiqué, demandez\u00a0: «\u00a0Et comment le diriez-vous à votre voisin\u00a0?\u00a0»',
    executiveText: 'Vous parlez déjà bien. Rien ne doit être écrit qui ne puisse se dire.',
  },
  'your-reasoning': {
    name: 'Qu’auriez-vous décidé\u00a0?',
    prompts: [
      'Quelle décision du mois dernier expliqueriez-vous autrement aujourd’hui\u00a0?',
      'Qu’avez-vous pesé, et qu’est-ce qui a fait pencher la balance\u00a0?',
    ],
    avoid: 'Si la décision était bonne.',
    prepare: 'Deux minutes\u00a0: choisissez une décision dont on peut parler.',
    doing:
      'Raconter le cas sans la fin, et laisser l’autre décider d’abord. Dire ensuite ce que vous avez décidé et pourquoi. Noter les trois choses qui ont été pesées\u00a0: c’est ce que l’équipe n’a jamais vu.',
    carryOn: ['Publier comment une décision est venue', 'Interroger l’équipe avant de dire son avis'],
    sign: 'L’équipe lit les raisons, pas seulement le résultat.',
    text: 'Décidez pour de bon quand c’est votre tour\u00a0; une supposition polie ne sert à rien. L’écart entre vos deux réponses, c’est le texte.',
    executiveText:
      'On voit ce que vous décidez. Comment vous y êtes venu, on doit le deviner, et on le devine plus mal que vous ne pensez.',
  },
  'three-readers': {
    name: 'Un brouillon, trois lecteurs, puis publier',
    prompts: [
      'Qui vous dirait ce qui n’y va pas\u00a0?',
      'Que devrait faire un lecteur, une fois qu’il l’a lu\u00a0?',
    ],
    avoid: 'Un quatrième tour de corrections.',
    prepare:
      'Deux minutes\u00a0: quelques lignes sur ce pour quoi vous aimeriez être connu. Une liste suffit.',
    doing:
      'Faire de ces lignes un brouillon d’une demi-page. Choisir trois lecteurs\u00a0: un qui sait, un qui ne sait pas, un qui n’est pas d’accord. Leur écrire ce que vous voulez savoir, et pour quand. Fixer le jour où il paraît, quoi qu’ils disent.',
    carryOn: ['Envoyer le brouillon à trois lecteurs', 'Le publier au jour convenu'],
    sign: 'Il a paru, et une phrase y vient d’un lecteur.',
    text: 'Le jour compte plus que le texte. Sans lui, le brouillon est encore un brouillon à la fin de l’année.',
    executiveText: 'Trois lecteurs ôtent la crainte que ce soit sot. Plus de trois ôtent tout le reste.',
  },
  'ask-the-network': {
    name: 'Demander au réseau',
    prompts: [
      'Que ne savez-vous pas, et aimeriez-vous savoir d’ici la semaine prochaine\u00a0?',
      'Qui pourrait le savoir, que vous n’avez jamais rencontré\u00a0?',
    ],
    avoid: 'Les questions dont on connaît la réponse.',
    prepare: 'Deux minutes\u00a0: une question que vous poseriez sinon aux deux personnes habituelles.',
    doing:
      'Écrire la question pour qu’un inconnu puisse y répondre\u00a0: ce qu’il vous faut, pour quoi, pour quand. Dire que «\u00a0je ne sais pas non plus, mais demandez-lui\u00a0» est une bonne réponse. L’envoyer maintenant.',
    carryOn: ['Poser une question ouverte', 'Remercier par leur nom ceux qui ont répondu'],
    sign: 'Quelqu’un répond à qui l’on n’avait rien demandé.',
    text: 'Le plus dur est d’être vu ne sachant pas. Posez d’abord une question à vous, et montrez ce qui est venu.',
    executiveText:
      'Vous n’avez pas à le savoir. Qui demande ouvertement reçoit une réponse, et montre à tous que demander est permis.',
  },
  'meeting-to-thread': {
    name: 'D’une réunion fixe à un fil',
    prompts: [
      'Quelle réunion fixe ne manquerait à personne pendant un mois\u00a0?',
      'Qu’est-ce qui y demande des visages, et quoi seulement d’être lu\u00a0?',
    ],
    avoid: 'La réunion de quelqu’un d’autre.',
    prepare: 'Deux minutes\u00a0: cherchez dans l’agenda du mois prochain une réunion où l’on rend compte.',
    doing:
      'Couper la réunion en deux\u00a0: ce dont on rend compte va dans un fil la veille\u00a0; ce qui se décide reste, en plus court. Écrire ensemble l’invitation à un essai de quatre semaines.',
    carryOn: ['Essayer un mois une réunion en fil', 'Réduire de moitié une réunion fixe'],
    sign: 'Une réunion est plus courte, et personne ne réclame le reste.',
    text: 'C’est la personne elle-même qui lit et répond là pendant les deux premières semaines, sinon cela meurt sans bruit.',
    executiveText:
      'Ce qui se lit n’a pas besoin de salle. Quatre semaines d’essai ne font de mal à personne, et vous pouvez revenir en arrière.',
  },
  'invite-one-peer': {
    name: 'Inviter un pair',
    prompts: [
      'Qui, à votre niveau, y gagnerait, et le croirait si vous le disiez\u00a0?',
      'Que montreriez-vous d’abord\u00a0?',
    ],
    avoid: 'Convaincre qui que ce soit.',
    prepare: 'Deux minutes\u00a0: pensez à une personne de votre niveau.',
    doing:
      'Choisir une personne et une chose qui a marché. Dire à voix haute comment vous le raconteriez à table, en une minute, avec ce qui a raté. Écrire les deux lignes qui l’invitent.',
    carryOn: ['Faire venir un collègue', 'Montrer à un pair ce qui a marché'],
    sign: 'Quelqu’un du même niveau vient voir, et reste une deuxième fois.',
    text: 'Des pairs croient ce que cela a épargné, pas ce que c’est. Aidez à trouver l’heure épargnée.',
    executiveText:
      'Personne à votre niveau ne croit une brochure. On vous croit, vous, si vous dites aussi ce qui n’a pas marché.',
  },
  'tell-what-you-learnt': {
    name: 'Dire ce que vous avez découvert',
    prompts: [
      'Que faites-vous autrement aujourd’hui, sans y penser\u00a0?',
      'Qu’auriez-vous aimé qu’on vous dise il y a six mois\u00a0?',
    ],
    avoid: 'Le récit d’un succès.',
    prepare: 'Deux minutes\u00a0: une chose que vous faites et que vous ne faisiez pas.',
    doing:
      'Faire une liste de trois\u00a0: ce qui était plus dur que prévu, ce qui était plus facile, ce que vous avez laissé. Choisir à qui le dire, et comment\u00a0: à une personne, à une équipe, à tous.',
    carryOn: ['Dire à une personne ce que vous avez découvert', 'Noter ce que vous avez laissé, et pourquoi'],
    sign: 'Quelqu’un s’y met à cause de ce qui a été dit.',
    text: 'Ce qui a été laissé est la part la plus crédible. Ne la laissez pas lisser.',
    executiveText:
      'Ceux qui viennent après vous ont les doutes que vous aviez. Vous seul pouvez dire ce qu’ils sont devenus.',
  },
  'closing-talk': {
    name: 'Dernière rencontre',
    prompts: [
      'Qu’est-ce qui reste, même si personne ne regarde\u00a0?',
      'Que préférez-vous laisser\u00a0?',
      'Pour qui pourriez-vous faire de même\u00a0?',
    ],
    avoid: 'La liste de tout ce qui manque encore.',
    prepare: 'Rien. Si vous voulez\u00a0: une chose que vous gardez.',
    doing:
      'Revenir de la première rencontre à aujourd’hui, avec ses mots à elle, à lui. Nommer ce qui reste, ce qui s’en va, et ce qui n’a servi à rien. Convenir de la façon de se joindre. Dire merci, et finir.',
    carryOn: ['Garder une chose', 'Faire pour quelqu’un ce que l’on a fait pour vous'],
    sign: 'Une chose qui reste est nommée, sans aide.',
    text: 'Vous pouvez dire ce que vous en avez retiré vous-même. Puis arrêtez\u00a0: une fin qui en est une prouve le mieux que cela valait la peine.',
    executiveText:
      'Une fin, voulue. Si vous aimeriez faire de même pour quelqu’un d’autre, dites-le\u00a0; c’est ainsi que la plupart des bonnes ont commencé.',
  },
}
