import type { OwnWords } from '../../../worker/domain/path/format.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'

/** The words of the built-in formats: for mentor, manager and executive. A test lints all of them as if they were outward. */
export const formatWordsEn: Readonly<Record<StandardFormat, OwnWords>> = {
  'first-meeting': {
    name: 'First meeting',
    prompts: [
      'What would have to be different in six months for this to have been worth your time?',
      'Which of these matters most to you: answering once instead of ten times, letting others see your reasoning, or hearing those you do not hear?',
      'What usually gets in the way of half an hour like this?',
    ],
    avoid: 'Plans for the months to come. One thing is enough.',
    prepare: 'Nothing. If you like, think of one question you were asked more than once last week.',
    doing:
      'Say what this is and what it is not, who sees what, that only what is agreed and what was seen is noted, and how to stop. Then choose together what to work towards; “not yet” is an answer. Settle whether to meet in a room or by phone, and whether what is agreed should be sent in writing.',
    carryOn: ['Notice one question that comes up twice', 'Decide what to work towards'],
    sign: 'You have agreed on what will later show that it was useful.',
    text: 'Speak for a third of the time at most. Show nothing on a screen. What is said about people stays between you two. Whoever says “I am no good at this” is usually right about the tool and wrong about themselves.',
    executiveText:
      'Half an hour between two people. It is yours: you may move it, cut it short or end it at any time, and you do not have to give a reason. What is said stays between the two of you; only what you agree on is noted.',
  },
  'read-with-me': {
    name: 'Read with me',
    prompts: [
      'Which thread would you have wanted to know about a week earlier?',
      'Who in it would you like to answer?',
    ],
    avoid: 'How rarely anybody has looked so far.',
    prepare: 'Nothing.',
    doing:
      'Open the place together and read for ten minutes without writing. Stop where something is new. Mark the one thread that is worth coming back to.',
    carryOn: ['Read one thread a week', 'Read that thread to its end'],
    sign: 'A thread is followed, or something read there is mentioned elsewhere.',
    text: 'Choose three threads beforehand: one about a customer, one with a disagreement, one that shows somebody doing good work. Take the mouse only if you are asked to.',
    executiveText:
      'Reading is already taking part. Nobody expects you to write; people notice that you know.',
  },
  'read-along': {
    name: 'Read along for a week',
    prompts: [
      'Which two or three people would you like to read, wherever they write?',
      'At what point in the day do you read anyway?',
    ],
    avoid: 'How many minutes others spend on it.',
    prepare: 'Two minutes: think of two people whose view you would like to hear more often.',
    doing:
      'Follow two people and one topic, and make sure that they come up on the phone. Tie it to something that is already there: the coffee, the train, the wait before a meeting.',
    carryOn: ['Read along for a week', 'Follow two people', 'Three minutes with the first coffee'],
    sign: 'At the next meeting something comes up that was read there, and that nobody had reported.',
    text: 'A habit needs a hook more than it needs resolve. If the week went by without it, the hook was wrong, not the person.',
    executiveText:
      'Two people, one topic, three minutes a day. After a week you decide whether it was worth it.',
  },
  'three-threads': {
    name: 'Three threads you would not be shown',
    prompts: ['Which of the three surprises you?', 'What would change if you answered one?'],
    avoid: 'Why they were not shown.',
    prepare: 'Nothing.',
    doing:
      'Read three threads that no report contains. For each: what is being said, what is not, and who ought to know. Look for the question, not the culprit.',
    carryOn: ['Answer one of the three', 'Come back to one of the three in a week'],
    sign: 'Something from below is taken up with no name attached to it.',
    text: 'Choose threads in which nobody could be blamed. You are lending your eyes; nobody who wrote there should pay for it.',
    executiveText:
      'What reaches you has been kindly smoothed. That is nobody’s fault; it is what a hierarchy does.',
  },
  'your-ten-minutes': {
    name: 'Your ten minutes a week',
    prompts: [
      'Of all that reaches you, what has been useful even once this month?',
      'Where in the week are there ten minutes that belong to you?',
    ],
    avoid: 'Going through every setting there is.',
    prepare: 'Have your phone with you, charged.',
    doing:
      'Silence everything that does not come from a person. Make one list of people and one of topics. Put the app where the thumb is. Put the ten minutes in the calendar, under a title that the executive chooses.',
    carryOn: ['Keep ten minutes a week free', 'Silence what was never useful'],
    sign: 'The ten minutes are kept, and something else has made way for them.',
    text: 'Do it on the executive’s own device and in the executive’s hands. Fewer things should ring at the end; if more do, undo the last change.',
    executiveText:
      'The tool serves you, or it is switched off. Anything that was not useful in a month may be silenced without telling anybody.',
  },
  'who-answers-for-you': {
    name: 'Who answers for you, and how',
    prompts: [
      'Which questions could somebody else answer for you today?',
      'Where does it have to be your own voice?',
    ],
    avoid: 'Writing in the executive’s name without saying so.',
    prepare: 'Nothing. If the assistant can come for the last ten minutes, all the better.',
    doing:
      'Sort last week’s questions into three piles: only me; somebody who says openly that they answer for me; nobody, because the answer is already written somewhere. Agree on one sentence for answering the second pile.',
    carryOn: ['Hand over one kind of question', 'Agree on one sentence with the assistant'],
    sign: 'A question is answered by somebody else, openly, and nobody minds.',
    text: 'Borrowed words are noticed within a week. What may be handed over is the answer, never the voice.',
    executiveText:
      'You do not have to answer everything yourself. It is enough that nobody pretends to be you.',
  },
  'unfiltered-listening': {
    name: 'Unfiltered listening',
    prompts: ['What have you heard only once, and quietly?', 'Who could you thank for saying it?'],
    avoid: 'Who prepares the papers.',
    prepare: 'Two minutes: recall the last time something surprised you at work.',
    doing:
      'Trace the last surprise back: who knew, since when, and where it stopped on its way. Name one person who could say such things early, and what it would cost that person.',
    carryOn: ['Thank somebody for speaking up', 'Ask one person who need not please you'],
    sign: 'Somebody says something unwelcome, and is thanked.',
    text: 'Bring one thing yourself that is not pleasant to hear, and say it plainly. If you cannot, nobody else will.',
    executiveText:
      'People tell you what they believe you can bear. What you do with the first piece of bad news decides whether you hear the second.',
  },
  'walking-call': {
    name: 'Walking call',
    prompts: [
      'What did you see this week that others should know about?',
      'In one sentence, what would you write?',
    ],
    avoid: 'Anything that needs a screen.',
    prepare: 'Nothing. Comfortable shoes.',
    doing:
      'Walk and talk, each where they are. Ten minutes on what was seen this week, ten on what others would want to know about it, five on the one sentence.',
    carryOn: ['Tell others what you saw', 'Bring one sentence from the next trip'],
    sign: 'A trip leaves a trace that others can find.',
    text: 'Write down the sentence as it was said, and read it back once. Nothing else is written down.',
    executiveText:
      'You see more places than most. One sentence from each is worth more than the report that comes a month later.',
  },
  'one-question': {
    name: 'One question, answered once in public',
    prompts: [
      'What were you asked three times this month?',
      'Where would one answer have been seen by everybody?',
    ],
    avoid: 'The number of readers.',
    prepare: 'Two minutes: look through yesterday’s emails for a question you have answered before.',
    doing:
      'Take the question that comes most often. Say the answer aloud, write it down as it was said, in five sentences at most, and put it where the next person will look.',
    carryOn: ['Answer one question in public', 'Reply to the next such email with the link'],
    sign: 'One answer is where everybody can find it.',
    text: 'The answer may be “I do not know yet; answer by Friday”. It is the place that is new, not the content.',
    executiveText:
      'You answer this already, ten times a month, one by one. Answer it once where it can be found, and it answers itself.',
  },
  'react-and-thank': {
    name: 'React and thank before you write',
    prompts: [
      'Who did something this week that you would have praised in the corridor?',
      'What exactly was good about it?',
    ],
    avoid: 'Praise that would fit anybody.',
    prepare: 'Two minutes: think of one person who did more than was asked.',
    doing:
      'Find two contributions by others and react to them: one with a tap, one with a sentence that says what was good. Do it now, both of you in silence, and see who answers.',
    carryOn: ['Thank one person where others see it', 'React to one contribution a week'],
    sign: 'Somebody is thanked where others can read it, for something specific.',
    text: 'One sentence with a name and a verb. Somebody at that level who reacts to everything is taken for a machine; two reactions a week are read by everybody.',
    executiveText:
      'A word from you weighs more than you think. It need not be long; it has to be about something specific.',
  },
  'answer-once': {
    name: 'Answer once, then refer back',
    prompts: [
      'Which of your answers has been asked for again since?',
      'What would you write to the next person who asks?',
    ],
    avoid: 'Scolding whoever did not look first.',
    prepare: 'Two minutes: find an email that asks what you have already answered.',
    doing:
      'Improve the answer that is there until it needs no explanation. Then write the one-line reply that points to it, kind enough to be sent to anybody.',
    carryOn: ['Point three people to an answer', 'Decline one meeting that an answer replaces'],
    sign: 'Somebody else points to the answer.',
    text: 'The second half is the harder one: not answering again out of politeness. Stay until the first such line is sent.',
    executiveText:
      'The first answer costs you ten minutes. What you gain begins with the second question, if you do not answer it again.',
  },
  'quiet-voice': {
    name: 'The quiet voice',
    prompts: [
      'Whose view on this would you miss if it were never said?',
      'How would that person like to be asked?',
    ],
    avoid: 'The names of those who talk too much.',
    prepare: 'Two minutes: think of a decision from last month, and of who said nothing.',
    doing:
      'Take one open question. List who has spoken and who would know. Choose one who would know and has not spoken, and write the question to that person, in two sentences that leave room for a “no”.',
    carryOn: ['Ask one person who has not spoken', 'Wait a day before giving your own view'],
    sign: 'Somebody who had said nothing speaks, and it changes something.',
    text: 'A question from above, in front of everybody, can be frightening. Agree beforehand whether it is better asked privately first.',
    executiveText:
      'Those who know best are often the last to speak, or say nothing at all. They do answer when they are asked by name, and when “no” is allowed.',
  },
  'first-post': {
    name: 'Write the first post together',
    prompts: ['What are you telling people one by one at the moment?', 'What would its first sentence be?'],
    avoid: 'Style guides.',
    prepare: 'Nothing.',
    doing:
      'Talk until there is a sentence that the executive would say anyway. Write it down. Add two more. Read it aloud once, and send it before you part.',
    carryOn: ['Post what was written together', 'Answer the first reply'],
    sign: 'Something is there in the executive’s own words.',
    text: 'You may do the typing, not the wording. Small mistakes stay; they prove who wrote it.',
    executiveText: 'Three sentences are a contribution. What you would say to one person will do for all.',
  },
  'mail-to-thread': {
    name: 'Turn this email into a thread',
    prompts: ['Which email this week had the most people in copy?', 'What in it has to stay private?'],
    avoid: 'Who wrote the email.',
    prepare: 'Two minutes: find an email with more than five people in copy.',
    doing:
      'Take the email, cut what is private, and put the rest where all of them, and whoever comes next, can follow it. Then reply to the email with nothing but the link.',
    carryOn: ['Turn one email into a thread', 'Reply to the next such email with a link'],
    sign: 'A conversation moved, and went on there.',
    text: 'Ask first whether anybody in copy would mind. A thread that begins with somebody’s email begins with their consent.',
    executiveText:
      'Ten people in copy are ten copies of a conversation that none of them can find again in a month.',
  },
  'voice-to-post': {
    name: 'Voice to post',
    prompts: ['Say it as you would to a colleague in the lift.', 'May I write it down as you said it?'],
    avoid: 'Corrections while it is being said.',
    prepare: 'Nothing.',
    doing:
      'Two minutes of speaking, two of writing down, one of reading back. Take out what is too much, add nothing. Send it from the executive’s own phone.',
    carryOn: ['Post what was said', 'Dictate one more'],
    sign: 'Something that was said aloud is there in the same words.',
    text: 'If it sounds like a press release, ask: “And how would you tell your neighbour?”',
    executiveText: 'You speak well already. Nothing has to be written that could not be said.',
  },
  'your-reasoning': {
    name: 'What would you have decided?',
    prompts: [
      'Which decision of last month would you explain differently today?',
      'What did you weigh, and what tipped it?',
    ],
    avoid: 'Whether the decision was right.',
    prepare: 'Two minutes: choose one decision that may be talked about.',
    doing:
      'The executive tells the case without its ending, and the other decides first. Then comes what was decided, and why. Write down the three things that were weighed: that is what the team has never seen.',
    carryOn: ['Post how one decision came about', 'Ask the team before giving your own view'],
    sign: 'The team reads the reasons, not only the result.',
    text: 'Decide in earnest when it is your turn; a polite guess is of no use. The post begins where your two answers differ.',
    executiveText:
      'Your people see what you decide. How you got there they have to guess, and they guess worse than you think.',
  },
  'three-readers': {
    name: 'A draft, three readers, then post',
    prompts: ['Who would tell you what is wrong with it?', 'What should a reader do after reading it?'],
    avoid: 'A fourth round of corrections.',
    prepare: 'Two minutes: a few lines on something you would like to be known for. A list will do.',
    doing:
      'Turn the lines into a draft of half a page. Choose three readers: one who knows, one who does not, one who disagrees. Tell them what is asked of them, and by when. Fix the day on which it is posted, whatever they say.',
    carryOn: ['Send the draft to three readers', 'Post it on the agreed day'],
    sign: 'It is posted, and one sentence in it came from a reader.',
    text: 'The day matters more than the text. Without it the draft is still a draft at the end of the year.',
    executiveText:
      'Three readers take away the worry that it might be foolish. More than three take away everything else.',
  },
  'ask-the-network': {
    name: 'Ask the network',
    prompts: [
      'What do you not know yet that you would be glad to know by next week?',
      'Who might know, among those you have never met?',
    ],
    avoid: 'Questions whose answer is already known.',
    prepare: 'Two minutes: a question you would otherwise put to the two people you always ask.',
    doing:
      'Write the question so that a stranger can answer it: what is needed, what for, by when. Say that “I do not know either, but I know who does” is a good answer. Send it now.',
    carryOn: ['Ask one question in the open', 'Thank everybody who answered, by name'],
    sign: 'Somebody answers who had not been asked.',
    text: 'The hard part is being seen not to know. Ask something of your own first, and let the executive see what came back.',
    executiveText:
      'You do not have to know it. Whoever asks in the open gets an answer, and shows everybody else that asking is allowed.',
  },
  'meeting-to-thread': {
    name: 'From a standing meeting to a thread',
    prompts: [
      'Which standing meeting would nobody miss for a month?',
      'What in it needs faces, and what only needs reading?',
    ],
    avoid: 'Somebody else’s meeting.',
    prepare: 'Two minutes: look through next month’s calendar for a meeting in which people report.',
    doing:
      'Cut the meeting in two: what is reported goes into a thread the day before; what is to be decided stays, shorter. Together, write the invitation to a four-week trial.',
    carryOn: ['Try one meeting as a thread for a month', 'Halve one standing meeting'],
    sign: 'A meeting is shorter, and nobody asks for the rest of it.',
    text: 'The executive has to read and answer there in the first two weeks, or it dies quietly.',
    executiveText: 'What can be read needs no room. A four-week trial harms nobody, and you can go back.',
  },
  'invite-one-peer': {
    name: 'Invite one peer in',
    prompts: [
      'Who at your level would gain from this, and would believe it if you said so?',
      'What would you show first?',
    ],
    avoid: 'Persuading anybody.',
    prepare: 'Two minutes: think of one person at your level.',
    doing:
      'Choose one person and one thing that has worked. Say aloud, in a minute, how it would be told over lunch, including the part that failed. Write the two lines of the invitation.',
    carryOn: ['Ask one colleague in', 'Show one peer what worked'],
    sign: 'Somebody at the same level looks in, and comes back.',
    text: 'Peers believe what it saved, not what it is. Help find the hour that it saved.',
    executiveText:
      'Nobody at your level believes a brochure. They believe you, if you also say what did not work.',
  },
  'tell-what-you-learnt': {
    name: 'Tell what you found out',
    prompts: [
      'What do you do differently now, without thinking about it?',
      'What would you have liked to be told six months ago?',
    ],
    avoid: 'A success story.',
    prepare: 'Two minutes: one thing that you do now and did not do before.',
    doing:
      'Make a list of three: what was harder than expected, what was easier, what was tried and dropped. Choose who is told (one person, a team, everybody), and how.',
    carryOn: ['Tell one person what you found out', 'Write down what you dropped, and why'],
    sign: 'Somebody begins because of what they were told.',
    text: 'What was dropped is the most believable part. Do not let it be smoothed away.',
    executiveText:
      'Those who come after you have the doubts that you had. Only you can say what became of them.',
  },
  'closing-talk': {
    name: 'Closing talk',
    prompts: [
      'What will stay, even when nobody is looking?',
      'What would you rather drop?',
      'Who could you do this for?',
    ],
    avoid: 'A list of everything that is still missing.',
    prepare: 'Nothing. If you like, one thing that you will keep.',
    doing:
      'Look back on the way from the first meeting to today, in the executive’s words. Name what stays, what goes, and what was of no use. Agree on how to reach each other from now on. Say thank you, and end.',
    carryOn: ['Keep one thing', 'Do for one person what was done for you'],
    sign: 'The executive names one thing that stays, without being helped.',
    text: 'You may say what you yourself took from it. Then stop: an end that is an end is the best proof that it was worth it.',
    executiveText:
      'An ending, on purpose. If you would like to do this for somebody else, say so; most of those who do it well began that way.',
  },
}
