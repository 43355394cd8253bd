import type { OwnWords } from '../../../worker/domain/path/format.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'

export const formatWordsFr: Readonly<Record<StandardFormat, OwnWords>> = {
  'first-meeting': {
    name: 'Première rencontre',
    prompts: [
      'Qu’est-ce qui devrait avoir changé dans six mois pour que cela en ait valu la peine\u202f?',
      'Qu’est-ce qui compte le plus pour vous\u202f: répondre une fois au lieu de dix, laisser voir votre raisonnement, ou entendre ceux que vous n’entendez pas\u202f?',
      'Qu’est-ce qui, d’habitude, fait obstacle à une demi-heure comme celle-ci\u202f?',
    ],
    avoid: 'Planifier les mois à venir. Une seule chose suffit.',
    prepare:
      'Rien. Si vous voulez, pensez à une question qu’on vous a posée plus d’une fois la semaine dernière.',
    doing:
      'Dire ce que c’est et ce que ce n’est pas, qui voit quoi, que l’on ne note que ce qui est convenu et ce qui a été vu, et comment on arrête. Choisir ensuite ensemble un objectif\u202f; «\u202fpas encore\u202f» est une réponse. Décider si l’on se voit dans une salle ou si l’on se parle au téléphone, et si ce qui est convenu doit être envoyé par écrit.',
    carryOn: ['Remarquer une question qui revient', 'Choisir un objectif'],
    sign: 'Vous vous êtes mis d’accord sur ce qui montrera plus tard que cela a été utile.',
    text: 'Parlez un tiers du temps au plus. Ne montrez rien à l’écran. Ce qui se dit des gens reste entre vous deux. Qui dit «\u202fce n’est pas mon fort\u202f» a souvent raison sur l’outil, et tort sur soi-même.',
    executiveText:
      'Une demi-heure entre deux personnes. Elle est à vous\u202f: vous pouvez la déplacer, l’écourter ou y mettre fin à tout moment, sans donner de raison. Ce qui se dit reste entre vous deux\u202f; on ne note que ce dont vous convenez.',
  },
  'read-with-me': {
    name: 'Lire avec moi',
    prompts: [
      'Quel fil auriez-vous voulu connaître une semaine plus tôt\u202f?',
      'À qui, dans ce fil, aimeriez-vous répondre\u202f?',
    ],
    avoid: 'La rareté des visites jusqu’ici.',
    prepare: 'Rien.',
    doing:
      'Ouvrir l’endroit ensemble et lire dix minutes sans écrire. S’arrêter là où il y a du nouveau. Marquer un seul fil, celui auquel il vaut la peine de revenir.',
    carryOn: ['Lire un fil par semaine', 'Lire ce fil jusqu’au bout'],
    sign: 'Un fil est suivi, ou ce qui y a été lu est évoqué ailleurs.',
    text: 'Choisissez trois fils d’avance\u202f: un sur un client, un où les avis divergent, un où l’on voit quelqu’un faire du bon travail. Ne prenez la souris que si on vous le demande.',
    executiveText:
      'Lire, c’est déjà participer. Personne n’attend que vous écriviez\u202f; on remarquera que vous êtes au courant.',
  },
  'read-along': {
    name: 'Suivre ce qui s’écrit pendant une semaine',
    prompts: [
      'Quelles sont les deux ou trois personnes que vous aimeriez lire, où qu’elles écrivent\u202f?',
      'À quel moment de la journée lisez-vous de toute façon\u202f?',
    ],
    avoid: 'Les minutes que d’autres y passent.',
    prepare: 'Deux minutes\u202f: pensez à deux personnes dont vous aimeriez connaître l’avis plus souvent.',
    doing:
      'Suivre deux personnes et un sujet, et veiller à ce qu’ils arrivent sur le téléphone. Rattacher cela à ce qui existe déjà\u202f: le café, le train, l’attente avant une réunion.',
    carryOn: [
      'Suivre ce qui s’écrit pendant une semaine',
      'Suivre deux personnes',
      'Trois minutes avec le premier café',
    ],
    sign: 'À la rencontre suivante, il est question d’une chose lue là, que personne n’avait rapportée.',
    text: 'Une habitude a plus besoin d’un point d’attache que de volonté. Si la semaine a passé sans elle, c’est le point d’attache qui était mal choisi\u202f; la personne n’y est pour rien.',
    executiveText:
      'Deux personnes, un sujet, trois minutes par jour. Au bout d’une semaine, vous décidez si cela en valait la peine.',
  },
  'three-threads': {
    name: 'Trois fils que l’on ne vous montrerait pas',
    prompts: [
      'Lequel des trois vous surprend\u202f?',
      'Qu’est-ce qui changerait si vous répondiez à l’un d’eux\u202f?',
    ],
    avoid: 'Pourquoi ils n’ont pas été montrés.',
    prepare: 'Rien.',
    doing:
      'Lire trois fils qu’aucun rapport ne contient. Pour chacun\u202f: ce qui s’y dit, ce qui ne s’y dit pas, et qui devrait le savoir. Chercher la question, pas le coupable.',
    carryOn: ['Répondre à l’un des trois', 'Revenir à l’un des trois dans une semaine'],
    sign: 'Une chose venue du terrain est reprise sans qu’aucun nom y soit attaché.',
    text: 'Choisissez des fils où l’on ne peut rien reprocher à personne. Vous prêtez vos yeux\u202f; aucun de ceux qui ont écrit là ne doit en pâtir.',
    executiveText:
      'Ce qui vous parvient a été gentiment lissé. Ce n’est la faute de personne\u202f; c’est l’effet d’une hiérarchie.',
  },
  'your-ten-minutes': {
    name: 'Vos dix minutes par semaine',
    prompts: [
      'De tout ce qui vous parvient, qu’est-ce qui vous a servi ne serait-ce qu’une fois ce mois-ci\u202f?',
      'Où y a-t-il, dans la semaine, dix minutes qui sont à vous\u202f?',
    ],
    avoid: 'Le tour de tous les réglages.',
    prepare: 'Ayez votre téléphone sur vous, chargé.',
    doing:
      'Faire taire tout ce qui ne vient pas d’une personne. Dresser une liste de personnes et une de sujets. Mettre l’application là où est le pouce. Inscrire les dix minutes à l’agenda, sous un titre que la personne choisit.',
    carryOn: ['Garder dix minutes libres par semaine', 'Faire taire ce qui n’a jamais servi'],
    sign: 'Les dix minutes sont respectées, et autre chose leur a laissé la place.',
    text: 'Faites-le sur l’appareil même de la personne, et entre ses mains. À la fin, moins de choses doivent sonner\u202f; s’il y en a plus, annulez le dernier changement.',
    executiveText:
      'L’outil vous sert, ou on l’éteint. Ce qui ne vous a pas servi en un mois, vous pouvez le faire taire sans le dire à personne.',
  },
  'who-answers-for-you': {
    name: 'Qui répond pour vous, et comment',
    prompts: [
      'À quelles questions quelqu’un d’autre pourrait-il répondre pour vous dès aujourd’hui\u202f?',
      'Où faut-il que ce soit votre propre voix\u202f?',
    ],
    avoid: 'Écrire au nom de la personne sans le dire.',
    prepare:
      'Rien. Si votre assistante ou votre assistant peut venir pour les dix dernières minutes, tant mieux.',
    doing:
      'Trier les questions de la semaine passée en trois piles\u202f: moi et personne d’autre\u202f; quelqu’un qui dit ouvertement répondre pour moi\u202f; personne, car la réponse est déjà écrite quelque part. Convenir d’une phrase pour répondre à la deuxième pile.',
    carryOn: ['Confier un type de questions', 'Convenir d’une phrase avec l’assistante ou l’assistant'],
    sign: 'Quelqu’un d’autre répond à une question, ouvertement, et personne n’y trouve à redire.',
    text: 'Des mots empruntés se remarquent en une semaine. On peut confier la réponse, jamais la voix.',
    executiveText:
      'Vous n’avez pas à répondre à tout vous-même. Il suffit que personne ne se fasse passer pour vous.',
  },
  'unfiltered-listening': {
    name: 'Écouter sans filtre',
    prompts: [
      'Qu’avez-vous entendu une seule fois, et tout bas\u202f?',
      'Qui pourriez-vous en remercier\u202f?',
    ],
    avoid: 'Qui prépare les dossiers.',
    prepare: 'Deux minutes\u202f: repensez à votre dernière surprise au travail.',
    doing:
      'Remonter le fil de cette surprise\u202f: qui savait, depuis quand, et où cela s’est arrêté en chemin. Nommer une personne qui pourrait dire ces choses tôt, et ce qu’il lui en coûterait.',
    carryOn: ['Remercier quelqu’un d’avoir parlé', 'Demander l’avis de quelqu’un qui n’a pas à vous plaire'],
    sign: 'Quelqu’un dit une chose qui dérange, et on l’en remercie.',
    text: 'Apportez vous-même une chose qui n’est pas agréable à entendre, et dites-la simplement. Si vous n’y arrivez pas, personne d’autre n’y arrivera.',
    executiveText:
      'On vous dit ce que l’on vous croit capable d’entendre. Ce que vous faites de la première mauvaise nouvelle décide si vous entendrez la deuxième.',
  },
  'walking-call': {
    name: 'Appel en marchant',
    prompts: [
      'Qu’avez-vous vu cette semaine que d’autres devraient savoir\u202f?',
      'En une phrase, qu’écririez-vous\u202f?',
    ],
    avoid: 'Tout ce qui demande un écran.',
    prepare: 'Rien. De bonnes chaussures.',
    doing:
      'Marcher et parler, chacun de son côté. Dix minutes sur ce qui a été vu cette semaine, dix sur ce que d’autres voudraient en savoir, cinq sur la phrase.',
    carryOn: ['Dire aux autres ce que vous avez vu', 'Rapporter une phrase du prochain déplacement'],
    sign: 'Un déplacement laisse une trace que d’autres peuvent trouver.',
    text: 'Notez la phrase telle qu’elle a été dite, et relisez-la une fois à voix haute. Rien d’autre ne se note.',
    executiveText:
      'Vous voyez plus d’endroits que la plupart. Une phrase sur chacun vaut mieux que le rapport qui arrive un mois après.',
  },
  'one-question': {
    name: 'Une question, une seule réponse en public',
    prompts: [
      'Que vous a-t-on demandé trois fois ce mois-ci\u202f?',
      'Où une seule réponse aurait-elle été vue de tous\u202f?',
    ],
    avoid: 'Le nombre de lecteurs.',
    prepare:
      'Deux minutes\u202f: cherchez dans les courriels d’hier une question à laquelle vous avez déjà répondu.',
    doing:
      'Prendre la question qui revient le plus. Dire la réponse à voix haute, la noter comme elle a été dite, en cinq phrases au plus, et la mettre là où la prochaine personne cherchera.',
    carryOn: ['Répondre à une question en public', 'Répondre par le lien au prochain courriel de ce genre'],
    sign: 'Une réponse est là où tout le monde peut la trouver.',
    text: 'La réponse peut être «\u202fje ne sais pas encore\u202f; réponse d’ici vendredi\u202f». C’est l’endroit qui est nouveau, pas le contenu.',
    executiveText:
      'Vous y répondez déjà, dix fois par mois, à une personne après l’autre. Répondez une fois, là où l’on peut retrouver la réponse, et elle se donnera d’elle-même.',
  },
  'react-and-thank': {
    name: 'Réagir et remercier avant d’écrire',
    prompts: [
      'Qui a fait cette semaine une chose que vous auriez saluée dans le couloir\u202f?',
      'Qu’y avait-il de bien, exactement\u202f?',
    ],
    avoid: 'Un compliment qui irait à tout le monde.',
    prepare: 'Deux minutes\u202f: pensez à une personne qui a fait plus qu’on ne lui demandait.',
    doing:
      'Trouver deux contributions d’autres personnes et y réagir\u202f: à l’une d’un geste, à l’autre d’une phrase qui dit ce qui était bien. Le faire maintenant, en silence tous les deux, et voir qui répond.',
    carryOn: ['Remercier une personne là où d’autres le voient', 'Réagir à une contribution par semaine'],
    sign: 'Quelqu’un est remercié là où d’autres peuvent le lire, pour une chose précise.',
    text: 'Une phrase avec un nom et un verbe. À ce niveau, qui réagit à tout passe pour une machine\u202f; deux réactions par semaine, tout le monde les lit.',
    executiveText:
      'Un mot de vous pèse plus que vous ne croyez. Il n’a pas à être long\u202f; il doit parler de quelque chose de précis.',
  },
  'answer-once': {
    name: 'Répondre une fois, puis y renvoyer',
    prompts: [
      'Laquelle de vos réponses vous a-t-on redemandée depuis\u202f?',
      'Qu’écririez-vous à la prochaine personne qui demande\u202f?',
    ],
    avoid: 'Reprocher à quelqu’un de ne pas avoir cherché d’abord.',
    prepare:
      'Deux minutes\u202f: trouvez un courriel qui pose une question à laquelle vous avez déjà répondu.',
    doing:
      'Améliorer la réponse qui est là jusqu’à ce qu’elle se passe d’explication. Écrire ensuite la ligne qui y renvoie, assez aimable pour être envoyée à n’importe qui.',
    carryOn: ['Orienter trois personnes vers une réponse', 'Décliner une réunion que remplace une réponse'],
    sign: 'Quelqu’un d’autre renvoie à la réponse.',
    text: 'La seconde moitié est la plus difficile\u202f: ne pas répondre une nouvelle fois par politesse. Restez jusqu’à l’envoi de la première de ces lignes.',
    executiveText:
      'La première réponse vous coûte dix minutes. Le gain commence à la deuxième question, si vous n’y répondez pas de nouveau.',
  },
  'quiet-voice': {
    name: 'La voix discrète',
    prompts: [
      'De qui l’avis vous manquerait-il, s’il n’était jamais dit\u202f?',
      'Comment cette personne aimerait-elle qu’on le lui demande\u202f?',
    ],
    avoid: 'Les noms de ceux qui parlent trop.',
    prepare: 'Deux minutes\u202f: pensez à une décision du mois dernier, et à qui n’a rien dit.',
    doing:
      'Prendre une question ouverte. Noter qui a parlé et qui saurait. Choisir quelqu’un qui saurait et n’a pas parlé, et lui écrire la question, en deux phrases qui laissent la place à un «\u202fnon\u202f».',
    carryOn: ['Demander l’avis de quelqu’un qui n’a pas parlé', 'Attendre un jour avant de donner son avis'],
    sign: 'Quelqu’un qui s’était tu parle, et cela change quelque chose.',
    text: 'Une question venue d’en haut, devant tout le monde, peut effrayer. Décidez d’avance s’il vaut mieux la poser d’abord en privé.',
    executiveText:
      'Ceux qui savent le mieux parlent souvent les derniers, ou pas du tout. Ils répondent quand on les sollicite par leur nom, et quand un «\u202fnon\u202f» est permis.',
  },
  'first-post': {
    name: 'Écrire ensemble le premier message',
    prompts: [
      'Que dites-vous en ce moment à une personne après l’autre\u202f?',
      'Quelle en serait la première phrase\u202f?',
    ],
    avoid: 'Les chartes rédactionnelles.',
    prepare: 'Rien.',
    doing:
      'Parler jusqu’à ce que vienne une phrase que la personne dirait de toute façon. La noter. En ajouter deux. La relire une fois à voix haute, et l’envoyer avant de se quitter.',
    carryOn: ['Publier ce qui a été écrit ensemble', 'Répondre à la première réaction'],
    sign: 'Il y a là quelque chose dans les mots mêmes de la personne.',
    text: 'Vous pouvez taper le texte, pas le formuler. Les petites fautes restent\u202f; elles prouvent qui a écrit.',
    executiveText:
      'Trois phrases sont une contribution. Ce que vous diriez à une personne ira pour tout le monde.',
  },
  'mail-to-thread': {
    name: 'Faire d’un courriel un fil',
    prompts: [
      'Quel courriel de la semaine avait le plus de monde en copie\u202f?',
      'Qu’est-ce qui doit en rester privé\u202f?',
    ],
    avoid: 'Qui a écrit le courriel.',
    prepare: 'Deux minutes\u202f: trouvez un courriel avec plus de cinq personnes en copie.',
    doing:
      'Prendre le courriel, ôter ce qui est privé, et mettre le reste là où tous, et ceux qui viendront ensuite, pourront le lire. Répondre ensuite au courriel par le seul lien.',
    carryOn: ['Faire d’un courriel un fil', 'Répondre par un lien au prochain courriel de ce genre'],
    sign: 'Une conversation a déménagé, et a continué là-bas.',
    text: 'Demandez d’abord si cela gênerait quelqu’un en copie. Un fil qui commence par le courriel de quelqu’un commence par son accord.',
    executiveText:
      'Dix personnes en copie, ce sont dix exemplaires d’une conversation qu’aucune ne retrouvera dans un mois.',
  },
  'voice-to-post': {
    name: 'De la voix au message',
    prompts: [
      'Dites-le comme à un collègue dans l’ascenseur.',
      'Puis-je l’écrire tel que vous l’avez dit\u202f?',
    ],
    avoid: 'Corriger pendant que cela se dit.',
    prepare: 'Rien.',
    doing:
      'Deux minutes de parole, deux d’écriture, une de relecture. Ôter ce qui est de trop, ne rien ajouter. L’envoyer depuis le téléphone de la personne.',
    carryOn: ['Publier ce qui a été dit', 'En dicter un autre'],
    sign: 'Une chose a été dite tout haut, et se trouve là avec les mêmes mots.',
    text: 'Si cela sonne comme un communiqué, demandez\u202f: «\u202fEt comment le diriez-vous à votre voisin\u202f?\u202f»',
    executiveText: 'Vous parlez déjà bien. Inutile d’écrire ce qui ne pourrait pas se dire.',
  },
  'your-reasoning': {
    name: 'Qu’auriez-vous décidé\u202f?',
    prompts: [
      'Quelle décision du mois dernier expliqueriez-vous autrement aujourd’hui\u202f?',
      'Qu’avez-vous pesé, et qu’est-ce qui a fait pencher la balance\u202f?',
    ],
    avoid: 'Juger si la décision était bonne.',
    prepare: 'Deux minutes\u202f: choisissez une décision dont on peut parler.',
    doing:
      'La personne qui a décidé raconte le cas sans la fin, et l’autre décide d’abord. Vient ensuite ce qui a été décidé, et pourquoi. Noter les trois choses qui ont été pesées\u202f: c’est ce que l’équipe n’a jamais vu.',
    carryOn: [
      'Publier comment une décision a été prise',
      'Demander l’avis de l’équipe avant de donner le sien',
    ],
    sign: 'L’équipe lit les raisons, pas seulement le résultat.',
    text: 'Décidez pour de bon quand c’est votre tour\u202f; une supposition polie ne sert à rien. Le message commence là où vos deux réponses s’écartent.',
    executiveText:
      'Vos équipes voient ce que vous décidez. Le chemin qui y mène, elles doivent le deviner, et elles le devinent plus mal que vous ne pensez.',
  },
  'three-readers': {
    name: 'Un brouillon, trois lecteurs, puis publier',
    prompts: [
      'Qui vous dirait ce qui n’y va pas\u202f?',
      'Que devrait faire un lecteur après l’avoir lu\u202f?',
    ],
    avoid: 'Un quatrième tour de corrections.',
    prepare:
      'Deux minutes\u202f: quelques lignes sur un sujet auquel vous aimeriez que l’on associe votre nom. Une liste suffit.',
    doing:
      'Faire de ces lignes un brouillon d’une demi-page. Choisir trois lecteurs\u202f: un qui sait, un qui ne sait pas, un qui n’est pas d’accord. Leur dire ce qu’on leur demande, et pour quand. Fixer le jour où il paraît, quoi qu’ils en disent.',
    carryOn: ['Envoyer le brouillon à trois lecteurs', 'Le publier au jour convenu'],
    sign: 'Il a paru, et une phrase y vient d’un lecteur.',
    text: 'Le jour compte plus que le texte. Sans lui, le brouillon est encore un brouillon à la fin de l’année.',
    executiveText: 'Trois lecteurs ôtent la crainte de dire une sottise. Plus de trois ôtent tout le reste.',
  },
  'ask-the-network': {
    name: 'Demander au réseau',
    prompts: [
      'Que ne savez-vous pas encore, que vous aimeriez savoir d’ici la semaine prochaine\u202f?',
      'Qui pourrait le savoir, parmi ceux que vous n’avez jamais rencontrés\u202f?',
    ],
    avoid: 'Les questions dont on connaît déjà la réponse.',
    prepare:
      'Deux minutes\u202f: une question que vous poseriez, sinon, aux deux personnes à qui vous demandez toujours.',
    doing:
      'Écrire la question pour qu’un inconnu puisse y répondre\u202f: ce qu’il faut, pour quoi, pour quand. Dire que «\u202fje ne sais pas non plus, mais je connais quelqu’un qui sait\u202f» est une bonne réponse. L’envoyer maintenant.',
    carryOn: ['Poser une question devant tous', 'Remercier par leur nom ceux qui ont répondu'],
    sign: 'Quelqu’un à qui l’on n’avait rien demandé répond.',
    text: 'Le plus dur est de laisser voir que l’on ne sait pas. Posez d’abord une question à vous, et montrez ce qui est revenu.',
    executiveText:
      'Vous n’avez pas à le savoir. Qui demande ouvertement reçoit une réponse, et montre à tous que demander est permis.',
  },
  'meeting-to-thread': {
    name: 'D’une réunion régulière à un fil',
    prompts: [
      'Quelle réunion régulière ne manquerait à personne pendant un mois\u202f?',
      'Pour quels points faut-il se voir, et lesquels suffit-il de lire\u202f?',
    ],
    avoid: 'La réunion de quelqu’un d’autre.',
    prepare: 'Deux minutes\u202f: cherchez dans l’agenda du mois prochain une réunion où l’on rend compte.',
    doing:
      'Couper la réunion en deux\u202f: ce dont on rend compte va dans un fil la veille\u202f; ce qui se décide reste, en plus court. Écrire ensemble l’invitation à un essai de quatre semaines.',
    carryOn: [
      'Remplacer une réunion par un fil, un mois à l’essai',
      'Réduire de moitié une réunion régulière',
    ],
    sign: 'Une réunion est plus courte, et personne ne réclame le reste.',
    text: 'La personne doit y lire et y répondre elle-même les deux premières semaines, sinon cela meurt sans bruit.',
    executiveText:
      'Ce qui se lit n’a pas besoin de salle. Quatre semaines d’essai ne font de mal à personne, et vous pouvez revenir en arrière.',
  },
  'invite-one-peer': {
    name: 'Inviter un pair',
    prompts: [
      'Qui, à votre niveau, y gagnerait, et le croirait si vous le disiez\u202f?',
      'Que montreriez-vous d’abord\u202f?',
    ],
    avoid: 'Convaincre qui que ce soit.',
    prepare: 'Deux minutes\u202f: pensez à une personne de votre niveau.',
    doing:
      'Choisir une personne et une chose qui a marché. Dire à voix haute, en une minute, comment cela se raconterait à table, avec ce qui a raté. Écrire les deux lignes de l’invitation.',
    carryOn: ['Inviter un collègue', 'Montrer à un pair ce qui a marché'],
    sign: 'Quelqu’un du même niveau vient voir, et revient.',
    text: 'Des pairs se laissent convaincre par ce que cela a fait gagner, pas par ce que c’est. Aidez à trouver l’heure gagnée.',
    executiveText:
      'Personne à votre niveau ne croit une brochure. On vous croira, vous, si vous dites aussi ce qui n’a pas marché.',
  },
  'tell-what-you-learnt': {
    name: 'Dire ce que vous avez découvert',
    prompts: [
      'Que faites-vous autrement aujourd’hui, sans y penser\u202f?',
      'Qu’auriez-vous aimé qu’on vous dise il y a six mois\u202f?',
    ],
    avoid: 'Le récit d’un succès.',
    prepare: 'Deux minutes\u202f: une chose que vous faites maintenant et que vous ne faisiez pas avant.',
    doing:
      'Faire une liste de trois\u202f: ce qui était plus dur que prévu, ce qui était plus facile, ce qui a été essayé, puis abandonné. Choisir à qui le dire (une personne, une équipe, tout le monde), et comment.',
    carryOn: [
      'Dire à une personne ce que vous avez découvert',
      'Noter ce que vous avez abandonné, et pourquoi',
    ],
    sign: 'Quelqu’un s’y met grâce à ce qui a été dit.',
    text: 'Ce qui a été abandonné est la part la plus crédible. Veillez à ce qu’elle ne soit pas gommée.',
    executiveText:
      'Ceux qui viennent après vous ont les doutes que vous aviez. Il n’y a que vous pour dire ce qu’ils sont devenus.',
  },
  'closing-talk': {
    name: 'Dernière rencontre',
    prompts: [
      'Qu’est-ce qui restera, même quand personne ne regardera\u202f?',
      'Que préférez-vous abandonner\u202f?',
      'Pour qui pourriez-vous faire de même\u202f?',
    ],
    avoid: 'La liste de tout ce qui manque encore.',
    prepare: 'Rien. Si vous voulez, une chose que vous garderez.',
    doing:
      'Revoir le chemin de la première rencontre à aujourd’hui, avec les mots de la personne. Nommer ce qui reste, ce qui s’en va, et ce qui n’a servi à rien. Convenir de la façon de se joindre désormais. Dire merci, et finir.',
    carryOn: ['Garder une chose', 'Faire pour quelqu’un ce que l’on a fait pour vous'],
    sign: 'La personne nomme, sans aide, une chose qui reste.',
    text: 'Vous pouvez dire ce que vous en avez retiré vous-même. Puis arrêtez\u202f: une fin qui en est une est la meilleure preuve que cela en valait la peine.',
    executiveText:
      'Une fin, et voulue comme telle. Si vous avez envie de faire de même pour quelqu’un d’autre, dites-le\u202f; la plupart de ceux qui le font bien ont commencé ainsi.',
  },
}
