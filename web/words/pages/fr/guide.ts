import type { PageWords } from '../en.ts'

export const guideFr: PageWords['guide'] = {
  title: 'Guide du mentor',
  tab: 'Avant la première date',
  lead: 'Trois minutes, une seule fois. La page reste ici, si vous voulez la relire.',
  sections: [
    {
      title: 'Vos disponibilités',
      lines: [
        'Indiquez quand vous êtes disponible\u202f: deux ou trois heures par semaine suffisent largement. Aucun rendez-vous n’est proposé en dehors.',
        'Bloquez les semaines d’absence. Ce qui est déjà fixé reste, et les dates concernées vous sont montrées.',
        'Les rendez-vous arrivent dans votre propre agenda, sous un titre qui en dit peu. Acceptez-les dans cet agenda, comme les autres.',
      ],
    },
    {
      title: 'Ce qu’est une séance',
      lines: [
        'Une demi-heure avec une seule personne. Ni public, ni diapositives, ni enregistrement.',
        'La veille dans l’après-midi, un courriel vous dit qui vous voyez, ce qui avait été convenu, et par quoi commencer. C’est une proposition\u202f: le jour même, c’est vous qui jugez.',
        'Commencez par ce qui avait été convenu. Faites une seule chose ensemble. Terminez par une petite chose à essayer d’ici la prochaine fois, dite avec les mots de l’autre personne.',
        'Ensuite, un courriel vous demande comment cela s’est passé\u202f: quatre liens, moins d’une minute. La date suivante est cherchée pour vous.',
        'En cas d’empêchement ou de retard, ou si personne n’est là au bout de dix minutes, le courriel de la veille a un lien pour chaque cas.',
      ],
    },
    {
      title: 'Qui conduit la séance',
      lines: [
        'Dans un atelier, vous enseignez\u202f: vous montrez une seule chose, et vous la faites ensemble avant de vous quitter.',
        'Dans un mentorat, vous avez plus d’ancienneté ou un rang égal\u202f: interrogez plus que vous n’expliquez\u202f; c’est à l’autre personne de décider de la suite.',
        'Dans un mentorat inversé, c’est vous qui conduisez la séance, bien que l’autre personne soit plus haut placée que vous.',
      ],
    },
    {
      title: 'Quand l’autre personne est bien plus haut placée',
      lines: [
        'On fait appel à vous parce que vous savez faire une chose que l’autre personne veut apprendre. C’est ce qui compte pendant cette demi-heure\u202f; les titres restent à la porte.',
        'Demandez d’abord ce qui est facile et ce qui ne l’est pas. À ce niveau, peu de gens peuvent le dire devant d’autres. Ici, c’est possible.',
        'Ses mains sur le clavier, pas les vôtres\u202f: c’est en tapant que l’on apprend.',
        'Dites «\u202fje ne sais pas\u202f» quand c’est le cas, et laissez durer les silences. Rien n’oblige à remplir la demi-heure\u202f: finir plus tôt est un cadeau.',
        'Parlez franchement, y compris de ce qui ne va pas. La bienveillance est dans la manière, pas dans l’omission.',
      ],
    },
    {
      title: 'Ce qu’il ne faut jamais faire',
      lines: [
        'Ne racontez jamais à personne ce qui s’est dit, ni même que vous vous voyez.',
        'N’écrivez jamais à la place de l’autre personne, et ne la corrigez jamais là où d’autres peuvent le lire.',
        'Ne demandez jamais rien en échange\u202f: ni promotion, ni projet, ni recommandation.',
        'Ne relancez jamais cette personne, ni celle qui tient son agenda, et ne transférez jamais l’invitation.',
        'Ne gardez jamais de notes personnelles sur elle. Ce que vous consignez ici suffit.',
      ],
    },
    {
      title: 'Qui lit ce que vous consignez',
      lines: [
        'Ce qui a été convenu et ce que vous avez vu faire sont lus par la personne responsable du programme, et par celle dont il s’agit. La personne qui tient son agenda ne voit que les horaires.',
        'Si vous signalez un point, ou dites si ces heures valent votre temps, seule la personne responsable du programme le lit.',
      ],
    },
  ],
  whom: 'À qui demander',
  askAnything:
    'Posez toutes vos questions, ou dites «\u202fentre nous deux, cela ne marche pas\u202f». Personne ne vous en voudra.',
  askNobody: 'À la personne responsable du programme. Personne ne vous reprochera une question.',
  haveRead: 'J’ai lu cette page',
  isRead: 'Vous avez lu cette page.',
  toSessions: 'Mes séances',
  fresh: 'Avant la première rencontre\u202f: trois minutes de lecture.',
}
