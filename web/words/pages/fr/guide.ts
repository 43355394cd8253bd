import type { PageWords } from '../en.ts'

export const guideFr: PageWords['guide'] = {
  title: 'Pour un nouveau mentor',
  lead: 'Trois minutes, une seule fois. La page reste ici, si vous voulez la relire.',
  sections: [
    {
      title: 'Vos horaires',
      lines: [
        'Dites quand on peut vous réserver : deux ou trois heures par semaine suffisent largement. Aucun moment n’est proposé en dehors.',
        'Fermez une semaine quand vous êtes absent. Ce qui est déjà fixé demeure, et l’on vous montre ce qui tombe dedans.',
        'Les rendez-vous arrivent dans votre propre agenda, sous un titre qui en dit peu. Acceptez-les là, comme les autres.',
      ],
    },
    {
      title: 'Ce qu’est une séance',
      lines: [
        'Une demi-heure avec une seule personne. Ni public, ni diapositives, ni enregistrement.',
        'La veille dans l’après-midi, un courriel dit qui vous voyez, ce qui avait été convenu, et par quoi commencer. C’est une proposition : le jour même, vous saurez mieux.',
        'Commencez par ce qui avait été convenu. Faites une seule chose ensemble. Terminez par une petite chose à essayer d’ici la prochaine fois, dite avec ses mots à elle ou à lui.',
        'Ensuite un courriel demande comment cela s’est passé : quatre liens, moins d’une minute. La date suivante est cherchée pour vous.',
        'Vous ne pouvez pas venir, vous êtes en retard, personne n’est là au bout de dix minutes : le courriel de la veille a un lien pour chaque cas.',
      ],
    },
    {
      title: 'Qui mène',
      lines: [
        'Dans un atelier, vous enseignez : vous montrez une seule chose, et elle se fait à deux avant que vous vous quittiez.',
        'Dans un mentorat, vous avez plus d’ancienneté ou un rang égal : demandez plus que vous ne dites ; ce qui en sort se décide en face de vous.',
        'Dans un mentorat inversé, c’est vous qui menez, et la personne en face est au-dessus de vous.',
      ],
    },
    {
      title: 'Quand la personne est bien au-dessus de vous',
      lines: [
        'On vous a choisi parce que vous savez faire une chose qu’elle veut apprendre. C’est votre place pour cette demi-heure ; les titres attendent dehors.',
        'Demandez d’abord ce qui est facile et ce qui ne l’est pas. À ce niveau, peu de gens peuvent le dire devant d’autres. Ici, c’est possible.',
        'Ses mains, pas les vôtres : apprend qui tape.',
        'Dites « je ne sais pas » quand c’est le cas, et laissez durer les silences. Rien n’oblige à remplir la demi-heure : finir plus tôt est un cadeau.',
        'Parlez franchement, aussi de ce qui ne va pas. La bienveillance est dans la manière, pas dans l’omission.',
      ],
    },
    {
      title: 'Ce qu’il ne faut jamais faire',
      lines: [
        'Ne racontez à personne ce qui s’est dit, ni même que vous vous voyez.',
        'N’écrivez jamais à sa place, et ne la corrigez jamais là où d’autres lisent.',
        'Ne demandez rien en échange : ni promotion, ni projet, ni recommandation.',
        'Ne relancez ni la personne, ni qui tient son agenda, et ne transférez jamais l’invitation.',
        'Ne gardez pas de notes à vous sur elle. Ce que vous consignez ici suffit.',
      ],
    },
    {
      title: 'Qui lit ce que vous consignez',
      lines: [
        'Ce qui a été convenu et ce que vous avez vu faire est lu par la personne responsable du programme, et par celle dont il s’agit. Qui tient son agenda ne voit que des moments.',
        'Que quelqu’un devrait y jeter un œil, et si ces heures valent votre temps, n’est lu que par la personne responsable du programme.',
      ],
    },
  ],
  whom: 'À qui demander',
  askAnything: 'Tout, y compris « entre nous deux, cela ne marche pas ». Personne n’en sera blâmé.',
  askNobody: 'À la personne responsable du programme. Personne n’est blâmé pour une question.',
  haveRead: 'J’ai lu cette page',
  isRead: 'Vous avez lu cette page.',
  toSessions: 'Mes séances',
  fresh: 'Avant la première rencontre : trois minutes de lecture.',
}
