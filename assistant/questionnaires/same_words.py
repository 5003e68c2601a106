"""Words that stand for one another in a debrief, and words that exclude one another, to compare questions by.

Near vectors do not tell a synonym from a rival (wife lies closer to brother than frontier to border), so both
are written down here. Words count by their stems; a word of several senses stands in several groups.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.knowledge import STOP_WORDS, stems

_SAME = """
# persons and posts
chief, head, boss, superior, leader, director, manager, in charge, lead, direct, command, leadership,
under whom, subordinate to, report to, charge of, responsible for, run by, superintendent, rector, chairman,
immediate superior, direct superior, in command, captain, skipper, commanding officer, gave orders,
gave you your orders, principal
deputy, second in command, vice
subordinate, under your command, serve under, work under, under you, report to you, subordinate to you
predecessor, whose place, previous holder
succeed, successor, take over, replace, in your place, take the place, took your place, next holder
colleague, fellow officer, fellow worker, co-worker, workmate, associate, comrade, men you worked with,
man you worked with, people you worked with, with whom you worked, worked with, person you worked with,
working alongside, alongside
fellow student, classmate, studied with, studied together, fellow pupil, fellow cadet
friend, friendship, on good terms, companion, acquaintance
soldier, conscript, private, enlisted, rank and file, serviceman, troop, other ranks, recruit, ranks,
the men, infantryman
officer, official
sailor, seaman, seamen, rating, naval rating, crew, ship's company, hand
airman, pilot, flyer, flier, aviator, aircrew, flight crew, crew
worker, workman, employee, staff, personnel, workforce, work force, employed, working people, hand
employ, engage, hire, take on
civilian, inhabitant, resident, population, people, public, citizen, local people, townspeople, townsfolk
child, son, daughter, offspring
parent, mother and father, father and mother
family, relative, kin, next of kin, close relative
husband, wife, spouse, married to
father, dad
boy, girl, young, youth, young people
foreigner, alien, foreign national, foreign citizen, people from other countries,
persons from other countries, foreign visitor, from abroad
consul, consular
diplomat, embassy officer, member of the embassy
ambassador, head of mission, envoy
minister, member of the government
doctor, physician, medical officer
scientist, researcher, academician, professor, scholar, research worker
engineer, technician
student, cadet, trainee, pupil
instructor, teacher, lecturer
interpreter, translator
courier, messenger
policeman, police officer, police, militia, militiaman
guard, sentry, sentinel, watchman, watch, protect, secure
prisoner, convict, inmate, detainee
first secretary, party secretary, secretary of the party, party organiser
political officer, political deputy, deputy commander for political affairs, zampolit, commissar,
deputy for political affairs, political affairs, political worker
customs, customs officer, customs man, customs official
emigre, exile
agriculture, farming
collective farm, kolkhoz
farmer, peasant, collective farmer, member of a kolkhoz
customer, client, buyer
supplier, vendor
author, write, compose, draft, draw up, prepare, penned
designer, develop, construct
owner, belong
audience, listener, hearer
witness, be present, present at
deserter, absent without leave, ran away
name, call, known as, identity, identify, surname
cover name, pseudonym, alias, codename, code name, known as, false name, nickname
character, kind of man, sort of man, personality, kind of person, temperament, nature, describe him
post, position, job, appointment, office held, place, function
job, occupation, profession, trade, for a living, calling, line of work, employment, earn his living
posting, appointment, assign, tour, detail, pick, transfer, sent, station
transfer, move, relocate, shift
duty, responsibility, task, work, function, job, assigned, concern, deal with, remit, competence
career, working life, course of service, posting by posting, service history, course of your life,
course of life
rank, grade
promote, advance in rank, raised in rank, advancement
dismiss, remove, discharge, sack, oust, expel, expulsion, relieved of, lose your post, fall
award, decorate, medal, order and medal, honour
recommend, propose, put forward, sponsor, vouch
choose, select, pick, criterion
join, enter, taken into, accepted into, accept, become a member, admission, entry, enrol, taken on,
membership, recruit, enlist
leave, depart, departure, quit, go away
member, membership, belong
party, communist party, communist
komsomol, young communist league

# intelligence work
intelligence, espionage
counter-intelligence, counterintelligence, counterespionage, security service
agent, source, informant, secret collaborator, collaborator
case officer, handler, run, handle, controller
recruit, brought in, win over, enlist, brought into service, engaged, sign up, approach
illegal, deep-cover agent, illegal officer
residency, rezidentura, station
safe house, clandestine flat, secret flat, conspiratorial flat, secret meeting place
dead drop, dead letter box, hiding place, letter box, cache
secret ink, secret writing, invisible ink, secret writing method, method of secret writing
bug, hidden microphone, microphone, listening device, eavesdropping device, equipment to hear
surveillance, shadow, follow, watch, observe, kept under surveillance, under surveillance, tail, keep watch
meet, encounter, rendezvous, come across
contact, touch, communicate, liaison, link, connection, keep in touch
signal, sign, mark
cover, cover position, cover post, official post, under what official post, ostensible, official position,
conceal
conceal, hide, keep secret, camouflage, kept from, secret, disguise
biography, legend, false biography, cover story, life story
secret, classified, confidential, top secret
open, unclassified
penetrate, infiltrate, placed in, place inside, break into, inside, placed
suspect, suspicion, under suspicion, thought to be, believed to be, mistrust
in the pay, working for
interrogate, question
search, frisk, look through, went through
arrest, take into custody, detain, custody, seize, take prisoner, pick up
catch, captured, apprehend, seize
accuse, charge, offence, tried, on trial, what charge, crime
sentence, verdict, prison term, term
prison, jail, gaol, imprisonment
camp, labour camp
punish, penalise, penalize, penalty, disciplined
execute, shot, put to death
defect, come over, come across, go over, go across, cross over, change sides, defector, leave your country,
come to us, flee, flight, escape, break with, meant to leave, go to the west, come to the west
escape, get away, flee, flight, get out, getting past
loyal, loyalty, faithful, reliable, trustworthy, dependable, honest, honesty
trust, confidence, rely, trustworthy
test, check, verify, trial, prove, try out, experiment
check, control, inspect, examine, verify, censor, look over, supervise
exposed, uncover, unmask, compromise, discovered, detect
cipher, code, cypher, encipher, cryptographic, cipher system, put into cipher, system
cipher clerk, code clerk, cipher officer, cipher operator, code officer
cipher key, key, setting
cipher machine, enciphering machine, enciphering equipment, cipher equipment, coding machine,
cipher apparatus
cipher room, room for enciphering, enciphering room, code room, cipher office, where the ciphers were kept,
where you worked with ciphers, room where you worked with ciphers
one-time pad, cipher pad, one-time
decipher, decode, decrypt
break, crack, solve, read
code word, brevity code, codeword
telegram, message, cable, dispatch, traffic, signal, despatch
intercept, listening in, monitor
radio, wireless, transmitter, radio set
radio net, net, network
broadcast, radio station, station, transmission, programme
jam, disturb, interfere, block
report, inform, product, account
send, dispatch, despatch, transmit, forward, pass on, hand over, convey, deliver, get through, communicate
send out, sent abroad, dispatch
deliver, delivery, bring, receive, supply, reach
receive, get, obtain, given, gain, come into possession, draw
obtain, acquire, get, get hold, procure, come by, come into possession, secure, lay hands
issue, give, supply, equip, provide, furnish, hand out, grant, allot
document, paper, file, record, papers about yourself
identity document, identity paper, personal paper, personal document, identity card, papers about yourself,
show who you are
passport, travel paper, travel document
travel order, travel warrant, warrant
file, dossier, record
archive, registry, records office, register
copy, duplicate, not original, reproduction
photograph, picture, take pictures, photo
sign, signature
letter, mail, correspondence, exchange letters, post
list, enumerate
bring with, bring, carry out, brought out, take with, on you, carry, have with you

# organisation
organise, structure, set-up, set up, arrange, organized
consist, compose, composition, make up, made up, comprise, belong, put together, form
department, section, directorate, branch, subdivision, line, desk, office
service, organisation, agency
kgb, state security, organs of state security, state security service, security organs
gru, military intelligence, military intelligence directorate, military intelligence service
foreign ministry, ministry of foreign affairs, mfa
foreign intelligence, first chief directorate
foreign trade, trade mission, trade delegation, trade office, trade representation
embassy, mission, diplomatic mission, legation, foreign mission, chancery
headquarters, head office, centre, center, main office
authority, power, right
divide, split, subdivide
share, distribute, apportion
reorganise, reorganize, reform, restructure
counterpart, sister service, opposite number
committee, council, commission, board
conference, congress, plenum, session
cooperate, liaison, work together, joint

# leadership and politics
leader, leadership, politburo, ruler, highest leader, leading figure
govern, state authority, authorities
decide, resolve, made up your mind, make up your mind, decide on, settle, resolution, decision-making
policy, line
speech, address, speak in public
succeed, next
relation, relationship, terms, get on, on good terms, dealings, get along, stand with, good terms
attitude, regard, opinion, view, think of, feel about, feeling, think, look on
react, reaction, response, respond
influence, say in
favour, support, back, in favour
oppose, opposition, against, resist, object
intervene, invade, march into
agreement, treaty, pact, accord
negotiate, talks
elect, vote, ballot
propaganda, agitation, agitprop
slogan, watchword
newspaper, press, paper
journal, periodical, magazine
article, editorial, leading article
print, press, publish
book, publication, works of literature
film, cinema, movie, motion picture
lecture, talk, lesson, class
parade, march, procession
demonstrate, protest
rumour, gossip, hearsay, rumor
say, talk, speak, tell, comment, remark, statement, state
discuss, talk about, debate, conversation, talked
complain, complaint, grievance, grumble, discontent, dissatisfaction, dissatisfied
hope, wish, desire, want
fear, afraid, worry
proud, pride
mood, morale, spirit
believe, religion, worship, church, faith

# armed forces
army, land forces, ground forces, ground troops, military, armed forces
arm, weapon, armament, firearm, weaponry
ammunition, round, shell, cartridge, rounds of ammunition, live round, munitions
tank, armour
gun, cannon, artillery, artillery piece, field gun
tank crew, men who manned
calibre, bore
exercise, manoeuvre, field training, war game
train, instruct, taught, course, course of instruction, schooling, drill
alarm, alert, warning, readiness
depot, dump, store, warehouse, kept, stock
unit, formation, detachment, outfit
barracks, quarters, billet
station, base, deploy, garrison, located, stand, quartered
relieve, replace
armed, carry
launch, fire, shoot
missile, rocket
missile site, rocket base, launching site
launching position, launcher, launch pad
nuclear, atomic
fight, combat, battle, action
war, wartime, in case of war, war broke out, outbreak of war, time of war
attack, assault, strike, offensive, raid
loss, losses, casualty
call up, conscription, draft, called into the army
mine, minefield
enemy, hostile, adversary, opponent
occupy, take over
engaged, take part, participate, involved, take part in, have part
raise, form, establish, set up, found, founded, create

# ships
ship, vessel, boat, warship
submarine, boat
harbour, port
shipyard, yard, dockyard, building yard
lay up, laid up, spend the winter
winter, winter month, cold season
captain, master, skipper
dive, submerge, under water, underwater, go down, remain submerged
surface, come up
call at, visit, put into, put in
sonar, sound-ranging, sound ranging, asdic, hydrophone, underwater detection
sail, put to sea, leave port, voyage
fleet, flotilla, squadron
cargo, freight, goods carried
fresh water, drinking water
on board, aboard, shipboard
sea, ocean
storm, gale

# aircraft
aircraft, plane, aeroplane, airplane, machine
airfield, aerodrome, air base, airbase, airport
hangar, aircraft shed, shed
runway, landing strip, strip
fly, operate
height, altitude, how high, tall
crash, accident, accidental, came down
squadron leader, squadron commander
engine, motor, turbine, power plant
bomb load, load of bombs
climb, rate of climb
range, how far, reach, extend, distance, far, extent, how far behind
depth, how far behind, how deep
width, broad, breadth, across
speed, fast, quick, how fast, rate
weight, heavy
size, large, big, how large, strength
wound, injury, injured, hurt
spare, spare part

# industry, science
factory, plant, enterprise, mill, combine, works, industrial plant, place of work, place of employment
workshop, shop, shop floor, assembly shop
produce, make, made, manufacture, turn out, output, product
defective, faulty, flaw, defect in, reject, defective output
fault, failure, break down, breakdown, fail, trouble
target, production plan, plan target, production target, quota, norm, plan figure
steel, iron
power supply, electric power, electricity, current
machine tool, machinery, machine
raw material, material
shift, night shift
building site, construction site
building, premises
labour, labor, workers
repair, mend, overhaul, refit, repair work, fix, upkeep, maintenance, maintain
equip, apparatus, device, gear, instrument, installation, fit, mount, appliance
install, lay, placed, contain
laboratory, lab
research, investigation, study, scientific work
institute, research institute, academy
computer, calculating machine, computing machine
result, outcome, finding
safe, safety, protect, guarded, measure
radiation, radioactivity
reactor, pile
fuel, petrol, gasoline
pay, finance, payment, fund, money
pay, wage, salary, earn, payment, remuneration, money, income, receive their money, reward
invent, inventor
lack, short, shortage, ran short, scarce, scarcity, missing, hard to get, deficit

# daily life
ration, allowance, ration card, bought freely
ration card, coupon
bread, loaf
weekday, working day, day
lights out, sleep, going to bed
buy, purchase, obtain, get
shoe, boot, footwear
cloth, wear, dress
food, meal, eat, foodstuff, diet, provisions
flat, apartment, lodging, dwelling, housing, home
live, reside, dwell
town, city, where you lived, place where you lived, home town
district, region, area, zone, sector, locality, province
village, countryside
queue, stand in line, line up, wait in line
currency, money
extra, special, additional
goods, ware, merchandise, article, product
drink, alcohol
holiday, leave, vacation, furlough
school, educational establishment, establishment, education, attend school
study, educated, attend, taught, receive your education, learn
secondary school, secondary education
language, tongue
speak, converse, know
read, understand
library, library's shelves
remove, taken off, taken out, withdraw, withdrawn
confiscate, take away

# body
health, state of health, physical condition, medical condition
illness, disease, sick, ailment, poor health, in poor health, ill in any way, unwell, bad health
medicine, drug, medication
operation, operated on, surgery, surgical
medical examination, see a doctor, medical check, checkup
sleep, asleep
alive, still live, living
born, birth, birthplace
treat, treatment, cure
suffer, have had

# border, journey
border, frontier, boundary
cross, get across, get over, come across, passed over, slip across
pass, get past, slip by, slip past
route, path, way, road, itinerary
journey, travel, trip, way here, voyage
fence, barrier, wire, obstacle, barbed wire
restricted zone, forbidden zone, border zone, frontier zone, closed zone
forest, wood
river, stream
checkpoint, control post, control point
guide, lead across, show the way, led
luggage, baggage, suitcase
forbid, ban, prohibit, closed, not admitted, not allowed, restricted
allow, permit, let, authorise, authorize, may, able, admit, empowered, access
access, had access, allowed to open, could open
country, state, nation, land
abroad, foreign, overseas, outside the country, other country
home, homeland, native country, at home, own country
return, go home, come back, went back, recall, sent home
prevent, stop, hinder, obstruct
help, assist, aid, give assistance
punctual, delay, late
tower, watchtower, observation tower
light, lamp, illuminate
night, dark, after dark, hours of darkness, at night, overnight
day, daytime

# general acts and states
begin, start, commence, opened, set going, outset
end, finish, stop, cease, close down
destroy, dispose, burn, do away
burnt, burned
use, employ, apply, in use, make use
utilise, use
change, replace, alter, different, come into force, new
happen, become of, fate, done with, treated, what became of, was done with, become, came of
take place, held, occur, carried out, happen
perform, carry out, do, done, did, make
handle, deal with, responsible for
need, require, necessary, had to
cause, reason, led to
know, knowledge, aware, informed, familiar
remember, recall
show, see, let see
hear, receive, listen
explain, account
plan, intend, intention, mean to, purpose
dangerous, risk, threat, peril, threaten
urgent, emergency, sudden, hurry, left in a hurry, evacuation
ordinary, usual, normal, average, typical
close, near, nearest, closest, nearby
large, largest, biggest, big, greatest, maximum, full, most, longest, highest
main, chief, principal, most important
close, shut
expect, likely, might, anticipate
candidate, person to be recruited
instruction, order, directive, guideline
ask, request, apply
refuse, decline, would not, unwilling, reject
ability, able, capable, competence, skill, talent, how good, how able
quality, good, well, value, worth, how good, how well
number, how many, count, total, strength, size
amount, quantity, how much, sum
period, duration, length of time, time, how long, last, take
month, each month
annual, yearly, in a year, each year
day, daily, each day
hour, time of day
present, now, at present, current, today, still, nowadays, at the moment, these days
former, previous, used to be, earlier, ex
last, final, latest, most recent
first, earliest, initial
keep, hold, retain, store
keeping, custody, in whose care, look after, care
separate, kept apart, apart
lock, alarm, bar
method, means, way, manner, procedure, process, system, technique, practice, arrangement, approach
kind, type, sort, model, class, make
place, spot, site, location, point, position, situated
closed, sealed
near, neighbourhood
guarded, sentries posted

# more of the daily words of an account
chauffeur, driver
neighbour, next door, live nearby
quarrel, dispute, conflict, disagree, disagreement, row, at odds
gift, present, bribe
debt, owe
habit, custom, practice
weakness, vice, shortcoming
nickname, call him
birthday, date of birth, born
appearance, look like, describe the look
fired, dismissed
examination, exam, test
mark, grade
diploma, degree, certificate
subject, topic, theme, problem, field, question, matter
part, role, share
trip, mission, tour, visit
accompany, escort, go with, travel with, come with
watch, observe, look at
supply, provide, furnish, provision
lorry, truck, motor vehicle
car, automobile, motor car
train, railway, rail, railroad, railway line
bridge, crossing
trench, ditch, moat
wall, fence
shelter, bunker, dugout
rifle, small arm
bullet, cartridge, round
explosive, charge
gas, chemical
mask, respirator
searchlight, light
radar, radar set, radar station
aerial, antenna, mast
frequency, wavelength, wave band
crew list, muster roll, ship's company
watch, shift, turn of duty
anchor, moor, berth, lie at
dock, dry dock
unload, discharge
cabin, compartment
hull, side
shore, coast, ashore
bomb, bomb load
wing, squadron
parachute, jump
take-off, take off
maintenance, service
mechanic, ground crew, technician
sergeant, non-commissioned, nco
recruit, conscript, called up, intake
deploy, move
command post, headquarters
leave, furlough, pass
mess, canteen, dining hall
tent, camp
pollute, contaminate
waste, residue
melt, smelt
ore, mineral
mine, pit, colliery
coal, lignite
oil, petroleum
timber, wood
wage, piece rate
foreman, overseer, shop head
trade union, union
strike, stoppage, walk-out
holiday home, sanatorium, rest home
canal, waterway
export, sell abroad
import, buy abroad, come from abroad
customs duty, tariff
black market, speculate, illegal trade
queue, line
soap, household goods
meat, sausage
harvest, crop, yield
cattle, livestock, animal
delivery, compulsory delivery, deliver
church, priest, clergy
teacher, schoolteacher
youth, student
poster, placard
wireless set, radio receiver, receiver, radio set
listen, tune in
censor, censorship
editor, editorial board
joke, anecdote
pamphlet, brochure
theatre, play
band, orchestra
ministry, government department
decree, law, order, ordinance
protocol, minutes, record
draft, first version
telephone, phone, ring up
secretary, typist
safe, strongbox, locked
key, lock
page, sheet
notebook, diary, notes
handwriting, script
forge, false, counterfeit, fake
genuine, real, authentic
visa, exit permit, exit visa
identity, who you are, show who you are
smuggle, bring secretly
boat, dinghy
rest, sleep
hunger, hungry, starve
blood pressure, heart
tooth, teeth, dentist
eyesight, glasses
allergy, allergic
pregnant, expecting
smoke, tobacco, cigarettes
exercise, sport
mentally, mind
courage, brave
lie, false
quarter, district
capital, main city
suburb, outskirts
square, street, road
storey, floor
courtyard, yard
window, opening
stair, staircase
furniture, fitted out
early, soon
usual, customary, regular
joint, common, together
senior, higher, superior
junior, lower
complete, whole, entire, full
rule, regulation, order, law
right, entitled, allowed, authority
form, questionnaire
wait, queue
confirm, approve, sanction, endorse
cancel, stop, call off
warn, caution
mistake, error, fault
blame, responsible
notice, become aware, aware, see
doubt, disbelieve, question
obey, carry out
raise, increase, higher
bury, hide
explode, blow up
sink, go down
collide, collision, crash
drown, lost at sea
rescue, save, pick up
fly, pilot
steer, helm, navigate
fix, set, determine, lay down, establish
carry, hold, load, transport, take
approach, come near
fail, not succeed
spend, pass
discover, find, learn
store, hide
pay for, finance
tell, inform, say

# general verbs
this country, here
your country, your own country
answer, reply, respond, response
ask, request, inquire, enquire, put a question
recognise, recognize, tell apart, identify, distinguish, know by
listen in, tap, overhear, eavesdrop, intercept, bug
dig, dug, excavate, tunnel
warm, heat
mention, speak of, refer to, write about, touch on
promise, offer, assure
reward, prize, bonus, award, premium
open fire, shoot, fire on, fire at
crowd, demonstrator, mob, rioter
remain, still stand, left over, survive, stay, still exist
cease, give up, stop, discontinue, drop
bear, support, carry, hold up, stand
build, erect, put up, construct, manufacture, make, assemble
grow, increase, rise, rise in, expand, enlarge
fall, decrease, decline, drop, reduce, reduction, shrink
spread, circulate, distribute, pass round, hand out, get about
gather, collect, assemble, obtain, acquire
hand over, give up, surrender, deliver, turn in
get rid, dispose, throw away, destroy, discard
hurt, injure, harm, damage
compel, force, oblige, make to, pressure, coerce
persuade, convince, induce, talk into, win over
mislead, deceive, trick, fool
threaten, blackmail, intimidate, pressure
praise, commend, speak well
criticise, criticism, find fault, speak against, blame
judge, assess, evaluate, estimate, rate, size up
guess, suppose, believe, think, presume, opinion
like, be fond, prefer, favour, popular
dislike, hate, unpopular, resent
enjoy, have, possess
own, belong to, property of, possess
lack, be without, want for, miss, lose
seek, look for, search for, try to find, hunt
look after, take care, tend, care for, maintain, keep up, in charge
clean, wash, sweep, scrub
cook, prepare food, kitchen
paint, painter, colour
mend, repair, put right, fix, service
replace, change, exchange, substitute, renew
renew, fresh, refresh
add, supplement, extra
join up, link, connect, attach
separate, divide, split, part
mix, blend, combine
measure, gauge, determine
count, number, reckon
write down, note, record, take the minutes, keep a record, minutes, log
read out, announce, make known, declare, publish, broadcast, proclaim
explain, account for, make clear
show, demonstrate, display, prove
hide, conceal, cover up, keep secret, stow
notice, observe, spot, perceive, become aware, see
forget, not remember
understand, grasp, follow
learn, find out, get to know, hear, discover, come to know
teach, show how, train
visit, call on, go to see, come to see, look up
stay, spend the night, lodge, live, be quartered
wait, stay
travel, go, journey, ride, fly
hurry, haste, rush, urgent
enter, go into, get into, come into, set foot, penetrate
leave, go out, get out of, come out, go away
return, come back, go back, bring back, give back
arrive, come to, reach, get to, get in
begin, set in, break out, come about, arise, originate
come about, happen, occur, take place, arise, come to pass
continue, go on, carry on, persist, keep on
finish, complete, conclude, end, bring to an end, be over
succeed, manage, be able, achieve
fail, break down, not work, go wrong, be out of order, malfunction, fault
try, attempt, endeavour, seek
plan, scheme, intend, propose, project
prepare, get ready, make ready, make preparations
carry out, execute, perform, conduct, fulfil, implement, do
organise, arrange, set up, run, put on
lead, head, run, be in charge, preside, take the chair, chair
follow, pursue, chase, track
meet, come across, run into, receive, welcome, greet
receive, welcome, greet, treat
address, direct, write to, envelope, write on
deal with, treat, handle, behave towards, behaviour
behave, conduct, act, behaviour, treat
fight, clash, combat
argue, quarrel, disagree, dispute
agree, accept, consent, say yes
forbid, ban, not allow, may not, prohibit, refuse permission
allow, let, give permission, may, have the right
punish, discipline, penalty, sanction
arrest, detain, hold, lock up, imprison
release, free, set free, let go, let out, discharge
expel, throw out, exclude, put out, lose membership, strike off
die, pass away, lose his life, killed
kill, murder, shoot dead
bury, burial, grave, funeral
be born, birth, birthplace, come into the world, native
marry, wed, become his wife
divorce, separate, part from
bring up, raise, grow up, childhood
live on, earn, make his living, for a living, make a living, occupation, trade, profession
spend, pay out, use up, go on, give for
save, put aside
borrow, lend, loan
steal, theft, rob, take away, go missing
sell, dispose of, put on sale, trade in
buy, purchase, get, acquire
share, percentage, proportion, part, how much of, fraction
cost, price, charge, worth, pay for
weigh, load, burden
strong, powerful, bear the weight
dangerous, risky, unsafe, hazard
safe, secure, without danger
quiet, silent, noise, noisy, sound
clear, visible, be seen
empty, vacant, unoccupied, unused
full, filled, whole, complete, crowded
new, newly, latest, newest, recent, modern
old, former, ancient, earlier, ex
young, junior, youthful
wrong, faulty, matter, trouble, ail, complaint, suffer
rich, wealthy
poor, needy
clever, gifted, intelligent, able
honest, sincere, upright
strict, severe, harsh, close, tight
kind, gentle
angry, annoyed, furious
glad, pleased, happy, satisfied, content
sad, unhappy, downcast
afraid, fear, frightened, scared
important, significant, major, leading, chief
secret, hidden, confidential, covert, clandestine, under cover
official, formal
ordinary, common, simple, plain, average
rare, seldom, unusual
frequent, common, usual, often
sudden, unexpected, surprise
near, close by, next to, beside, in the neighbourhood, adjoining
beneath, below, under, underneath
above, over
inside, within, interior
outside, beyond
joint, together, alongside, side by side, with the participation, take part alongside
spare, reserve
# general nouns
condition, circumstance, case, event, situation
purpose, aim, reason, object, goal, what for
reason, ground, cause, motive, purpose
result, outcome, effect, consequence, what came
way, manner, method, means, device, sign, system
quarrel, argument, row
trust, confidence, faith, believe, rely
money, fund, cash, sum, payment
share, portion, ration
piece, part, component, section
amount, quantity, supply, stock
place, spot, location, position, whereabouts, site
coast, shore, seaside, coastal
fortification, defence, defensive work, bunker, strongpoint, fort
hill, height, mountain
field, meadow, ground
street, road, lane
siding, branch line, railway line, track, spur
wagon, railway car, truck, goods car
car, vehicle, motor car
tunnel, underground passage
cellar, basement, underground
roof, top
wall, partition
gate, entrance, entry, door, checkpoint
hall, room, chamber
office, bureau, desk, room
kitchen, canteen, mess, cookhouse
hospital, clinic, infirmary, sick bay, ward
shop, store, market
market, bazaar
church, chapel, worship
school, academy, college, course
camp, colony, centre
tool, instrument, implement
machine, device, apparatus
pipe, tube, line
cable, wire, line
suit, clothing, uniform, flying suit, garment
pass, permit, papers, identity card
ticket, card, coupon
envelope, letter, cover
paper, sheet
leaflet, pamphlet, handbill
picture, photograph, portrait
book, volume, register
list, roll, register, index
plan, drawing, map, chart, sketch
meeting, session, gathering, conference, talk
talk, conversation, words exchanged, say to each other, exchange words, discussion
speech, address, talk
order, instruction, command, directive, told to do
rule, regulation, law, provision
right, privilege, advantage
duty, task, obligation, job
work, capacity, job, employment, position
rest, leave, holiday, shore leave, time off
game, sport
friend, companion, comrade, mate
enemy, foe, opponent
neighbour, people next door
guest, visitor, caller
stranger, unknown person
spy, agent
guard, sentry, warder, watchman
gang, group, band
crew, company, men, complement, hands
team, group, squad, brigade
class, grade, category, level
member, part of
newcomer, recruit, newly arrived, new arrival
uncle, mother's brother, father's brother
grandfather, grandparent
grandmother, grandparent
husband, married
nurse, medical orderly
patient, invalid, sick person
illness, complaint, disease, trouble, suffer from
wound, cut, injury
medicine, treatment, remedy, cure
air, oxygen, breathe, ventilation
fire, blaze, burn
flood, high water
snow, ice, frost
weather, climate
peacetime, no war, time of peace
war, wartime, hostilities
peace, armistice
victory, success
defeat, failure
speed, pace
distance, far, length
price, value
tax, duty, levy
miner, mine worker, coal worker
railwayman, railway worker
painter, paint shop, painting
cook, kitchen hand
carpenter, joiner, woodworker
smith, forge
fisherman, fishing
shepherd, herdsman
peasant, villager, village people, farmer, country people
worker, labourer, workman, hand
clerk, office worker
radio operator, wireless operator, telegraphist
stoker, boiler man
gunner, artilleryman
sapper, engineer
submariner, submarine crew, crew of the submarine
dockyard worker, shipbuilder
editor, editorial
journalist, reporter, correspondent, newspaperman
printer, printing shop, printing works
writer, author
actor, artist
lawyer, advocate, defence counsel
judge, court, tribunal
witness, see happen
chairman, president
secretariat, secretary's office
general secretary, first secretary, party leader, leader of the party
plenum, full session
branch, cell, local organisation
delegate, representative, deputy
youth, young people, young generation
# career and service, further
vacancy, vacant post, free post, opening
tenure, length of service, years of service, how long did you serve, period of service
commission, become an officer, officer's rank
oath, swear, swear in
probation, trial period
cleared, clearance, vetting, security check, screened, background check, checked
attached, seconded, detached, on loan
roster, duty list, rota
pay scale, salary scale, rate of pay
allowance, supplementary pay, extra pay, supplement
demote, reduced in rank, lose rank
reprimand, rebuke, censure, disciplinary measure, punish
front, false firm, cover firm, dummy firm
talent-spot, spot, single out, pick out
cultivate, work on, develop
compromising material, hold over him, blackmail
agent meeting, clandestine meeting, secret meeting, meeting with an agent, meet agents, rendezvous
brush contact, passing contact
password, recognition signal, recognition phrase, sign of recognition, parole
strongroom, vault, safe
courier's bag, diplomatic bag, bag, pouch, diplomatic pouch
codebook, code book, code
plain text, clear text, in clear, unenciphered
direction finding, bearing, locate a transmitter
network, ring, circle of agents
double agent, play back, turned
dispatch, send on a mission, infiltrate, insert, sent in
withdraw, pull out, recall, exfiltrate, brought out
informant, inform on, denounce, denunciation, report on
loyal, trustworthy, reliable, politically reliable
personal adviser, adviser, aide, assistant, consultant
heir, successor, crown prince, take the place
power struggle, struggle for power, rivalry, contest
faction, group, clique, circle
ally, supporter, protégé, follower, side with, adherent
downfall, fall, removal, ousting, disgrace
speechwriter, speech, draft the speech
agenda, business of the meeting, matters discussed, order of business
minutes, record, transcript
decree, order, edict
# forces, further
bullying, ill-treat, hazing, beat, maltreat, rough treatment
absent without leave, overstay, absence
hygiene, sanitary, cleanliness, washing
tank park, vehicle park, garage
pontoon, bridging, cross a river, river crossing
protective suit, protective clothing, protective mask, gas mask
reinforce, replacement, top up, fill up
casualty, killed and wounded, losses
surrender, give up, lay down arms
prisoner of war, captive, captured
commander-in-chief, supreme commander, high command
general staff, staff, planning staff
war plan, operational plan, plan for war, mobilisation plan
mobilise, call-up, call to arms, mobilization
reserve, reservist, reserve training
state of readiness, alert, combat readiness, readiness
guard duty, sentry duty, watch
marching, on foot
armoured car, armoured vehicle, personnel carrier
anti-aircraft, air defence, flak
anti-tank, against tanks
mortar, howitzer
sight, aiming device
rate of fire, rounds a minute
workshop, repair shop, maintenance unit
draught, depth in the water
displacement, tonnage
propeller, screw
refuel, bunker, take on fuel
berth, quay, pier, jetty, moor, anchorage, lie
keel, laid down, launch
in service, enter service, put into service, introduce, taken into use, commissioned, come into use
scrap, decommission, take out of service, break up
ceiling, maximum altitude, greatest height
take-off, start, leave the ground
ejection seat, bale out, parachute
ground control, controller, guided from the ground, control tower
flying accident, air crash, crash
radar coverage, range of the radar
squadron, flying unit
helmsman, navigator, steer
mess, wardroom
log, ship's book, journal
lifeboat, boat, raft
ship's doctor, medical officer
ship's officer, mate
shore, land
deck, hull
ballast, tank
# works and laboratories, further
yield, output, production figure, volume of production
waste, scrap, reject, spoil
absenteeism, absent, stay away from work, miss work
quality control, inspection, inspector, acceptance, control
assembly line, conveyor, production line
blueprint, design drawing, technical drawing, drawing
prototype, first model, trial model, experimental model
grant, finance, budget, money for research
thesis, dissertation, doctorate, degree
publish, publication, appear in print
dose, exposure, radiation dose, dosimeter
isotope, radioactive material
alloy, metal, steel
furnace, oven, kiln
power station, power plant, generating station
grid, power supply, electric current, electricity, power
turbine, generator
pump, compressor
instrument, measuring device, gauge
sample, specimen, test piece
formula, recipe, composition
patent, invention
licence, permit
import licence, foreign purchase
contract, order, agreement, deal
customer, buyer, purchaser, consignee, recipient, delivered to
deliver, dispatch, ship, supply, goes to
transport, haul, carry, move, conveyed, brought, ship
loading, unload
deadline, date due, time limit
behind schedule, late, delayed
foreign specialist, foreign expert, expert from abroad
trade fair, exhibition
safety, security, accident prevention
accident, mishap, incident, disaster
fire brigade, firemen, put out fire
strike, stop work, walk out
wage, pay packet
work norm, norm, quota, target
shift, working day, working hours, hours of work
overtime, extra hours, work late
# home front, further
coupon, ration, card
black market, under the counter, unofficial market, illegal market
cooperative, co-operative
garden plot, private plot, allotment
price rise, rise in price, dearer, increase in price
currency reform, exchange of money
housing, flat, apartment, living space, room
landlord, owner, house committee
electricity cut, power cut
heating, fuel for heating, coal for heating
soap, washing powder
milk, dairy
flour, grain, bread
loudspeaker, radio relay, wired radio
wall newspaper, notice board
propagandist, agitator, party speaker, lecturer
subscription, subscribe, take a newspaper, order, sent to
circulation, number of copies, print run, copies printed
ban, suppress, withdraw, removed from sale, taken off, not allowed
letter to the editor, readers' letters
election, poll, vote
holiday, public holiday, festival
school, lesson, teaching
church service, religious service, worship
baptism, christening
pilgrim, pilgrimage
# frontier and papers, further
control strip, ploughed strip, death strip, raked strip
trip wire, signal wire, alarm wire
ford, wade, swim
smuggler, guide, people who help across
hideout, hide, conceal
forged papers, false papers, forged passport, forged document, false documents
birth certificate, certificate of birth
labour book, work book
service book, military ticket, pay book
party card, membership card
microfilm, film, photograph, copy
lining, sewn, hidden
customs, search luggage, examine baggage
checkpoint, barrier, control, post
train, railway carriage
detain, hold up, stop
turn back, send back, return
shot at, fire on, open fire
reception camp, refugee camp, camp
first policeman, first official, authorities
# persons, further
in-law, wife's family, husband's family
mistress, affair, love affair
bachelor, single, unmarried
orphan, lost his parents
adopt, take in
guardian, look after
depend, support, keep, provide for
inherit, leave in a will
hometown, native town, come from, where you come from, home town
native, born
dialect, accent
hobby, spare time, free time, leisure
ambition, hope to become, wish to be
temper, temperament, character
weak point, weakness, vice
honesty, integrity
gambling, cards, play for money
debts, owe money
gifted, talented, able
education, training, schooling
fluent, speak well, command
handwriting, written hand
last see, most recent, last time
last heard of, whereabouts, where is now
disabled, handicap, invalid
nervous, nerves, anxious
fever, temperature
cough, cold, chest
stomach, digestion
back, spine
eyes, eyesight, vision
hear, deaf
vaccinate, inoculation, injection
tablet, pill, medicine
surgeon, operate
recover, get well, recovery, cure
treat, treatment, under a doctor
diagnose, diagnosis, find wrong, what was wrong
ward, bed, hospital
unfit, excused duty, sick leave
# common words, by what they are about
provide, provision, supply, care for, cater
pretext, pretence, excuse, cover story, false reason
lure, entice, tempt, draw, attract, get to come
stamp, endorsement, seal, entry, mark
booklet, book, card, papers
resume, restore, renew, reopen, re-establish, take up again
interruption, break, gap, pause, suspension
link, tie, bond, contact
group, party, company, band, detachment
close, closure, shut down
explain, give reasons, reasons given, account for, justify, justification
criticise, criticism, fault, find fault, complain, objection
step, stage, phase, rung
advance, rise, climb, promotion, progress, work up
house, accommodate, offices, situated, quarters
willing, ready, prepared, inclined, disposed
example, model, pattern
condemn, sentence, convict, given years
produce, show, present, exhibit, submit
ton, tonnage
family, household, home
handle, deal, process, pass through, turn over
season, time of year
judgment, judgement, opinion, expect, view
remain, keep, stay, retain, hold on
besides, apart from, other than, in addition, as well
activity, engage, occupation, business, pursuit
necessary, need, required, call for, must
glasses, spectacles
scar, mark, birthmark
discarded, waste, refuse, rubbish, scrap
text, wording, script, manuscript
approve, check, pass, clear, censor
news, word, tidings, report, information
channel, way, path, route, means
bring, brought to, convey, fetch, carry, take
present, current, now being, at this time
late, delay, behind time, overdue
attend, go to, be present, take part, sit in
absent, missing, away, not there
adjacent, neighbouring, next, bordering
agree, settle, arrange, fix, come to terms
alter, modify, adapt, convert, rebuild, change
announce, notify, inform, tell, give notice, let know, break the news
appear, seem, look
appoint, name, put in charge, make head, nominate
approach, turn to, get in touch, contact
argue, claim, maintain, assert
arm, equip, fit out, re-equip, supply with
assist, serve, help, lend a hand
assume, take on, take over, undertake
attempt, effort, try, bid
avoid, evade, escape, dodge, get round, keep out
await, expect, wait for
backward, behind, lag
balance, difference, remainder
bargain, haggle, negotiate
basis, foundation, ground, footing, principle
beat, defeat, overcome
begin, set out, start out, leave, depart, set off
betray, give away, reveal, let out, disclose, leak
blow, strike, hit
body, corpse, dead man
boundary, limit, edge, border
bribe, buy off, pay to, corrupt
brief, instruct, prepare
burden, load, strain
calculate, work out, reckon, compute
call, summon, send for, invite
capacity, ability, output, power
careful, caution, cautious, precaution
carry, wear, bear, have on
cause, bring about, lead to, produce, result in
cease, end, halt, suspend
celebrate, mark, observe
charge, load, fill
charge, fee, price
choose, elect, vote for, decide for
circle, ring, set
circulate, pass round, go round
claim, demand, ask for, call for
classify, grade, class, sort
clear, remove, take away
coach, train, instruct
collapse, fall, break down, give way
combine, unite, merge, join, amalgamate, fusion
comfort, convenience, amenities
command, order, bid
common, shared, joint
compare, match, set beside
compensate, make good, pay for
compete, rival, contest
complicated, complex, difficult
compose, write, put together
concentrate, mass, assemble, gather
concern, affect, involve, touch
confess, admit, own up
confidential, secret, private, restricted
confirm, bear out, verify, ratify
confuse, mistake, mix up
congratulate, praise
connect, attach, join, put through
consequence, result, effect, aftermath, follow
conserve, preserve, keep
consider, think over, weigh
construct, set up, assemble, put together
consult, ask advice, seek advice, refer
consume, use, use up, eat, burn, consumption
contain, hold, include, consist
contents, contain, inside, say
contradict, deny, dispute
contribute, give, add
convert, turn into
cool, cold, chill
cooperate, work together, collaborate, assist
copy, imitate, reproduce
correct, right, true, mend
courage, bravery
cover, extend, include, range
crack, break open, split
create, make, set up, bring into being, found
crowded, overcrowded, full, packed
cure, heal, treat
curious, interested
cut off, interrupt, isolate, sever
daily, everyday, routine, ordinary, usual
dark, unlit
date, day, when
dead, killed, lost, fallen
deal, trade, transaction
decay, rot, spoil, go bad
declare, state, say, proclaim
decline, go down, worsen, deteriorate
dedicate, devote
defend, protect, guard, hold
demand, want, require, insist
demolish, pull down, destroy, tear down
deny, refuse, withhold
depend, rest on, rely, hang on
deposit, leave, put, lay
describe, picture, tell about
deserve, earn, merit
destination, where bound, going to, sent to
detail, particular, point
determine, decide, settle, find
detour, roundabout way
develop, grow, work out
device, apparatus, contrivance
differ, vary, unlike
difficult, hard, trouble, difficulty, problem
dim, faint
direct, guide, steer
disagree, differ, object
disappear, vanish, go missing, be lost
disappoint, disillusion
disaster, catastrophe, accident
disclose, reveal, make known
discount, reduction
discreet, unnoticed, secretly, without being seen
disguise, pass as, pose as, false appearance
dismantle, take apart, take down
disperse, scatter, spread
display, show, exhibit
dissolve, break up, disband, wind up
distant, far, remote
distinguish, tell apart, difference between
distrust, suspect, mistrust
disturb, upset, trouble
dominate, control, rule
double, twice
draft, outline, sketch
drain, empty
dream, hope
drop, let fall, throw down
dry, drought
duplicate, copy, second
earlier, before, previous, prior
easy, simple
edit, editor
educate, teach, bring up
effective, work well, success, useful
elderly, old, aged
embark, go aboard, board
emerge, come out, come to light
emotion, feeling
emphasis, stress
empower, authorise, entitle
encourage, urge, cheer
endanger, put at risk, threaten
endure, bear, stand, put up with
enforce, carry through, apply
enlarge, extend, expand, widen
ensure, make sure, see to it
entertain, amuse
entrust, give charge of, trust with, commit
envy, jealous
equal, same, even
erect, put up, raise
error, mistake, slip
estimate, value, guess
evacuate, clear, move out, remove
even, level, flat
evidence, proof, sign, indication
exaggerate, overstate
excellent, best, outstanding, finest
exception, exempt, excused
exceed, go beyond, over
exclude, leave out, shut out, keep out, bar
exhaust, tire, worn out
exile, banish, deport, resettle
expect, foresee, look forward, hope for
expedition, journey, party
expensive, dear, cost much
expert, specialist, skilled
expire, run out, end
explore, survey, examine
expose, lay open, unmask
express, say, voice
extend, lengthen, prolong, stretch
extinguish, put out
extract, draw out, obtain
fact, truth, case
fair, just
fame, known, famous, well known
famine, hunger, starvation
fasten, fix, tie
fat, heavy, stout
fate, lot, happen
favourite, liked best
feed, nourish, supply
fence off, enclose, surround
fetch, bring, collect
final, end, closing
fine, penalty
firm, company, business, concern
fit, suitable, proper, right
flood, overflow
follow, obey, observe, keep to
footprint, trace, track
forecast, predict, foretell
foremost, leading, chief
form, shape, kind
formation, unit, group
fortunate, lucky
forward, send on, pass on
found, start, set up
frequent, often, many times
fresh, new, clean
frozen, ice, freeze
fruit, vegetables
fulfil, carry out, meet
furniture, furnishing
gain, win, profit, get, benefit
gather, learn, understand
generous, liberal
germ, infection
get rid of, dispose of
give notice, resign, hand in resignation
glad, willing
go ahead, proceed
govern, rule, administer, administration
gradual, slow, step by step
grateful, thank
greet, salute
grief, sorrow, mourning
ground, earth, soil
guarantee, assure, security
guilty, to blame, responsible
habit, used to, customary
halt, stop, stand
handicap, hinder
handy, useful, of use
hang, suspend
happen, befall
hard, difficult, firm
hate, hatred, hostile
heal, recover, get better
heap, pile, stock
heavy, weighty
help, relief, support
hesitate, doubt, waver
hinder, prevent, obstruct, get in the way
hire, rent, lease, charter
hold back, keep, withhold
hold up, delay
holy, religious, sacred
hostile, enemy, unfriendly
huge, large, enormous
humour, joke
hunt, chase, pursue, search for
idea, thought, notion, plan
idle, unemployed, out of work, unused
ignore, disregard, take no notice
imagine, picture, suppose, think
immediate, at once, straight away, direct
imply, mean, suggest
impossible, cannot, unable
include, count, contain, take in
independent, free, self
indoor, inside
industry, manufacture
infect, catch
inferior, lower, worse
influence, effect, sway, hold over
innocent, not guilty
inspect, look over, view, visit
inspire, encourage
install, put in, set up, fit
instruct, direct, tell
insult, offend
intact, whole, undamaged
intend, mean, plan, have in mind
intensive, heavy, strong
interfere, meddle, disturb
interrupt, break off, cut short
interval, gap, space
interview, talk, conversation, question
introduce, bring in, start
investigate, look into, inquire, examine, inquiry
island, isle
isolate, cut off, keep apart
item, article, piece
join, meet
jointly, together with, in common
judge, think
keep watch, guard, look out
kidnap, abduct, carry off, seize
know of, hear of, aware
label, mark, tag
large, great, considerable
last, go on, continue, take, duration
lay, put, set
lazy, idle
leading, main, chief, top
leak, escape, get out
leave behind, abandon
legal, lawful, permitted
level, height, standard
liable, subject to
liberty, freedom
lift, raise, hoist
link, join
load, cargo
lonely, alone, single
loose, free
loud, noise
love, affection
low, small, little
machine, mechanism
mad, insane, mental illness
magazine, store
mainly, mostly, chiefly
maker, manufacturer, producer
manage, run, look after
mark, brand
mass, crowd
master, know well
match, fit
mature, grown
meaning, sense, stand for, signify
measure, action taken, step
medium, average
memory, remember
merchant, trader, dealer
mercy, spare, pardon
middle, centre
military service, service in the army, conscription
mislay, lose
misuse, abuse
moderate, average
modern, up to date, new
modest, small
monitor, watch, check
monopoly, sole right
motive, what drove, drive
mount, go up
move, shift, change place
mutiny, revolt, rebellion, rising, uprising, riot, unrest
mutual, each other, one another
mystery, secret
narrow, tight
native, local
neat, tidy
neglect, not look after, fail to
negotiate, treat with, talks with
nervous, tense
neutral, impartial
normal, regular, standard
notable, important
note, notice
nothing, none
obey, follow, comply
object, article, thing
observe, keep
obstacle, bar, hindrance, in the way
obvious, clear, plain
occasion, time, opportunity
occupy, hold, take
odd, strange, unusual, peculiar
offer, propose
omit, leave out
operate, work, run, use, handle
operator, man who works
opportunity, chance, occasion
oppose, resist, fight
orphan, parentless
outbreak, start, begin
outdoor, open air
outfit, equip
overlook, miss
overtake, pass
own, keep
pack, package, parcel
pain, ache, hurt
pair, couple, two
panic, fear
paralyse, stop
pardon, amnesty, forgive, release
participate, share in
passage, way through
passenger, traveller
patient, sick
pause, rest, stop
peculiar, special
penetrate, get through
permanent, lasting, regular, standing
persecute, harass, oppress, repression
pity, sorry
please, satisfy
plenty, enough, abundant
plot, conspiracy, conspire, scheme
poison, toxic
polite, courteous
pollute, dirty, foul
popular, liked, well liked
portion, part
possess, hold, own, have
post, send, mail
postpone, put off, delay
pour, flow
power, force, strength
practical, useful
practise, exercise, train
precede, come before, go before
prefer, like better, rather
prejudice, bias
press, push
prevail, rule
previous, last, past
principle, rule
private, personal, own
privilege, advantage, special right, perquisite
prize, value
procedure, routine, course
profit, gain, earn
progress, advance, get on, get along
prohibit, rule out
prominent, leading, well known, senior
proof, prove, evidence
property, belongings, possessions, goods
prosecute, try, bring to court, put on trial, accuse
prospect, chance, outlook, future
protest, complain
proud, pride in
public, open
publicity, advertise
pull, draw, tow
punctual, on time
pure, clean
purge, remove, clean out, dismissals
qualify, qualification, fit for, eligible, entitled
quick, fast, rapid, swift
quiet, calm
quota, share
race, nationality
random, chance
raw, crude
react, answer, take it, receive
real, true, actual
realise, become aware
reason, argument
rebel, rise, revolt
recall, call back, summon home
reckless, careless
recommend, advise, speak for
reconcile, make peace
reconnoitre, scout, reconnaissance
recreation, leisure, spare time, free time, entertainment
reduce, lower, shorten, cut
refer, mention
reform, change
regard, consider
regular, steady
rehabilitate, clear his name
reject, turn down, refuse
relax, rest
relevant, bear on
religious, believe
rely, count on, depend
remind, remember
repay, pay back
repeat, again
repel, drive back, beat off
represent, stand for, speak for, act for
reproach, blame
reputation, name, standing, regarded
rescue, save, bring out
resemble, like
resent, bitter
reserve, keep back
resign, step down, give up
resist, oppose, stand against
resource, means, supply
respect, esteem, regard
rest, remain
restrict, limit, curb
retire, leave the service, withdraw, pension
retreat, fall back, withdraw
reveal, show
revenge, avenge, retaliate, reprisal
review, look over
rich, well off
rigid, strict
risk, danger, chance
ritual, ceremony
roam, wander
rough, hard
round up, arrest
rouse, wake
row, line
rumour, hearsay, said
rural, country
sacrifice, give up
sail, leave harbour
salvage, save, recover
sanction, permit
satisfy, content, satisfaction
scale, extent, size
scarce, rare, short
schedule, timetable, programme, plan
scope, range
screen, hide
search, hunt
seat, place
segregate, keep apart
seize, take
sell, market
sensitive, secret
sequence, order
serial number, number
servant, maid, domestic
settle, live
severe, hard, harsh
shame, disgrace
sharp, keen
shatter, break
shelter, hide, give refuge, take in, harbour
shock, surprise
shortage, want
show, point out
shrink, grow smaller
shut, lock
shy, reserved
sight, view
silence, quiet
similar, alike, like
sincere, genuine
single, one, unmarried
slander, libel
slave, forced labour
slow, delay
smart, clever
smooth, even
smuggle, bring in
social, society
soft, gentle
sole, only
solution, answer
solve, work out
source, origin
specific, particular
specify, name, state
speed up, hasten, accelerate
spell, period
spill, leak
spoil, damage
sponsor, back, support
spread, extend
stable, steady
stage, hold
stamp, print
standard, level, norm
statement, declaration
status, rank, standing, position
steal, take
steep, high
stick, keep
stiff, hard
storm, attack
strict, hard
strip, band
struggle, fight
submit, hand in, present, put forward
substance, material
substitute, replacement, deputy
subtract, take away
succeed, come after
suddenly, at once
sufficient, enough
suggest, propose
suit, fit
sum up, summarise
superior, better, higher
supervise, watch over, oversee, control
supper, evening meal
support, keep, maintain
suppress, put down, crush
surface, top
surplus, excess, left over
surrender, give in
surround, encircle
survey, look over
survive, live through, come through
suspend, stop
swear, promise
swell, grow
symptom, sign
talk over, discuss
target, aim
task, mission
taste, like
temporary, for a time, short-term
term, period
terrible, bad
territory, land, area
terror, fear
theory, idea
thin, slight
think up, invent
thrifty, save
thrive, do well
tidy, clean
tip, hint
title, name
tolerate, allow, put up with, bear
torture, ill-treat, beat
total, whole, sum
trace, find, track down
track, trail
tradition, custom
traffic, movement
tragedy, disaster
traitor, betray
transfer, hand over
transform, change
transit, passing through
trap, catch
tremble, shake
tribe, people
trick, ruse, deceive
ultimate, final
unanimous, all agreed
uncover, find out, expose
undergo, go through, suffer
underground, illegal, secret
undo, open
uniform, same
union, league, association
unique, only
universal, general
unload, empty
unrest, disturbance, disorder
urge, press
usage, use
vacant, free
vague, unclear
vain, proud
valid, good
variety, kind
veteran, old soldier
victim, killed
view, see
vigilance, watchfulness
violence, force
visible, seen
vital, important
volunteer, offer himself, come forward
vow, promise
vulnerable, weak
wage, conduct
wake, wake up, get up
walk, foot
warrant, order
wealth, money, property
weaken, weak
weary, tired
whisper, rumour
wholesale, bulk
widespread, common, general
wipe out, destroy
wise, clever
withhold, keep back
wreck, destroy
yield, give
"""

_NAMES = """
moscow, centre, soviet union, ussr, soviet, russia, russian, kremlin
cairo, egypt, egyptian
vienna, austria, austrian
paris, france, french
rome, italy, italian
london, england, britain, british, english, united kingdom, great britain
washington, united states, america, american, americans, usa, us, new york
bonn, west germany, federal republic, west german, frg
east berlin, east germany, gdr, german democratic republic, east german, soviet zone, pankow
berlin, west berlin, germany, german, germans
warsaw, poland, polish, poles
prague, czechoslovakia, czechoslovak, czech
budapest, hungary, hungarian
sofia, bulgaria, bulgarian
bucharest, romania, romanian, rumania
belgrade, yugoslavia, yugoslav
tirana, albania, albanian
peking, china, chinese, beijing
tokyo, japan, japanese
delhi, india, indian
ankara, istanbul, turkey, turkish
tehran, iran, persia, iranian
athens, greece, greek
helsinki, finland, finnish
stockholm, sweden, swedish
oslo, norway, norwegian
copenhagen, denmark, danish
brussels, belgium, belgian
bern, geneva, switzerland, swiss
havana, cuba, cuban
damascus, syria, syrian
baghdad, iraq, iraqi
canberra, australia, australian
ottawa, canada, canadian
madrid, spain, spanish
kabul, afghanistan, afghan
hanoi, vietnam, vietnamese
pyongyang, north korea
west, western, capitalist, nato
kgb, state security
politburo, presidium
general secretary, first secretary of the central committee
"""

_RIVALS = """
wife, husband, brother, sister, father, mother, son, daughter, parents, uncle, aunt, cousin, grandfather,
grandmother, children, friend, colleague, neighbour
elder / older, younger
chief, deputy, predecessor, successor, subordinate, instructor, driver, party secretary, clerk, interpreter,
political officer, adjutant, quartermaster, chief of staff, chief engineer, navigator, cook, radio operator,
mechanic, engineer
before / prior, after / following / since, during
first / earliest, last / latest / final, second, third
next, last, previous
predecessor, successor
former, present
help, prevent
hold, supply
begin, end
enter, leave
import, export
send, receive
come from, send to
arrive, leave
encipher, decipher
open, close
win, lose
attack, defend
build, destroy, repair
promote, dismiss
recruit, dismiss
accept, refuse
appoint, dismiss
join, leave
marry, divorce
born, die
alive, dead
day, night
morning, evening, noon, night
summer, winter, spring, autumn
daily, weekly, monthly, annual
buy, produce
produce, buy
write, read
write, print
write, receive
teach, learn
design, fly
commander, political officer
agent, case officer, courier, illegal
officer, soldier
kgb, gru, mvd, foreign ministry, party, komsomol, army, navy, air force, trade union, foreign trade
tank, lorry, truck, gun, aircraft, missile, mortar, torpedo, mine, grenade, rifle, radio, radar, sonar,
helicopter, ship
submarine, cruiser, destroyer, frigate, minesweeper, tanker, trawler
fighter, bomber, transport, helicopter, reconnaissance
company, battalion, regiment, brigade, division, corps, platoon, squadron, flotilla
ammunition, fuel, food, water, weapon, uniform, shoe, medicine, money, spare
bread, meat, sugar, milk, butter, potato, vodka, shoe, coal, steel, timber, cotton, oil, grain
wage, rent, price, ration, bonus, pension
tractor, lorry, aircraft, machine tool, shell, engine
dead drop, safe house
passport, visa, warrant, certificate, diary
house, room
height, width, depth, length, weight, speed, range, calibre, temperature, pressure, price, age
how many, how old
morale, food, health, pay, training, discipline, uniform
weapon, uniform, food
soldier, officer, sergeant, pilot, sailor
illness, wound, vaccinate
eat, sleep, drink
fence, watchtower, ditch, mine, dog
newspaper, book, film, radio, lecture, leaflet, slogan
school, university
repair, deliver, destroy, inspect
punish, pay, select, recruit, train, meet, dismiss
own, other
this country / people here, united states / america / american, your country
tell, told
tank, tank crew
torpedo, tube
"""

SLIGHT = 0.3
_SLIGHT_PHRASES = frozenset(("had to", "have to", "take place", "took place", "the men", "come to", "came to"))

_LIGHT: Mapping[float, str] = {
    0.0: """anyone anybody anything someone somebody something nobody nothing everyone everything every each all
    thing name identify describe state list tell say remember recall ever long way manner means method
    sort kind type make let us me please detail personally yourself various certain possible exact
    particular actual total member among amongst toward towards along across around beside besides per
    via upon onto within without against another one two also much many often still date reason location
    locate situate place spot long first-hand whole main""",
    SLIGHT: """do happen take put go come get hold have use used person people man men number quantity amount time
    period duration point case part work serve service unit station officer official employee worker
    soldier give receive reach carry keep call need require know known let see hear go become good well
    become country bring become set lay stand lie set fix apply succeed complete concern new old usual
    ordinary present job""",
}

_NOISE = STOP_WORDS | frozenset("s a i".split())

_IRREGULAR = """
become became, begin began begun, break broke broken, bring brought, build built, buy bought, catch caught,
choose chose chosen, come came, deal dealt, die died dying dead death, draw drew drawn, drink drank drunk
drunken, drive drove driven, eat ate eaten, fall fell fallen, feel felt, fight fought, find found, flee
fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, get got gotten, give gave given, go
went gone, hear heard, hide hid hidden, hold held, keep kept, know knew known, lead led, leave left, lend
lent, lie lay lain, light lit, lose lost, mean meant, meet met, pay paid, read, ride rode ridden, ring rang
rung, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, shake shook,
shine shone, shoot shot, show shown, sing sang sung, sink sank sunk, sleep slept, speak spoke spoken, spend
spent, stand stood, steal stole stolen, strike struck, swear swore sworn, swim swam swum, take took taken,
teach taught, tell told, think thought, throw threw thrown, understand understood, wake woke woken, wear
wore worn, win won, write wrote written, division divisional, high height, deep depth, wide width, long
length, strong strength, choose choice, sell sale, lose loss, fly flight, weigh weight, marry marriage,
store storage storehouse, live life lives, grow grew grown, grow growth, child children, analyse analysis,
criterion criteria, believe belief, speak speech, decide decision decisions, destroy destruction, produce
production, receive receipt reception, explode explosion, invade invasion, intervene intervention, permit
permission, admit admission, dismiss dismissal, remove removal, refuse refusal, arrive arrival, approve
approval, apply application, divide, describe description, compare comparison
"""


@lru_cache(maxsize=50_000)
def normal(word: str) -> str:
    """The stem of one lower-case word, irregular forms by their first form; a stop word as it is."""
    plain = _forms().get(word, word)
    return next(iter(stems(plain)), plain)


def phrase_at(words: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
    """How many words from ``at`` on belong together, and the keys by which they are compared."""
    following = tuple(normal(word) for word in words[at : at + _longest()])
    for phrase, keys in _by_first_word().get(following[0], ()):
        if following[: len(phrase)] == phrase:
            return len(phrase), keys
    return 1, frozenset(following[:1])


def weight_of(words: Sequence[str]) -> float:
    """How much a word or phrase says: 0 for one that says nothing of its own, else up to 1."""
    if len(words) > 1:
        return SLIGHT if " ".join(words) in _SLIGHT_PHRASES else 1.0
    return 0.0 if words[0] in _NOISE else _light().get(normal(words[0]), 1.0)


def opposed(one: Collection[str], other: Collection[str]) -> bool:
    """Whether a word of one side excludes a word of the other; both are stems."""
    fields = [_fields()[stem] for stem in one if stem in _fields()]
    if not fields:
        return False
    return any(
        field in theirs and theirs[field] != place
        for theirs in (_fields()[stem] for stem in other if stem in _fields())
        for ours in fields
        for field, place in ours.items()
    )


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, str]:
    lines = [line.split() for line in _IRREGULAR.replace("\n", " ").split(",")]
    return {form: first for first, *forms in lines for form in forms}


def _lines(text: str) -> Iterator[list[str]]:
    """The words of each line, and of the next where a line ends with a comma."""
    whole = "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))
    for line in whole.replace(",\n", ", ").splitlines():
        yield [word.strip() for word in line.split(",")]


def _stemmed(phrase: str) -> tuple[str, ...]:
    return tuple(normal(word) for word in phrase.split())


@lru_cache(maxsize=1)
def _by_first_word() -> Mapping[str, Sequence[tuple[tuple[str, ...], frozenset[str]]]]:
    groups: dict[tuple[str, ...], set[str]] = {}
    for number, phrases in enumerate(_lines(_SAME + _NAMES)):
        for phrase in phrases:
            groups.setdefault(_stemmed(phrase), set()).add(f"{number}:{phrases[0]}")
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase_, names in sorted(groups.items(), key=lambda each: -len(each[0])):
        found.setdefault(phrase_[0], []).append((phrase_, frozenset(names) | {" ".join(phrase_)}))
    return found


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(len(phrase) for phrases in _by_first_word().values() for phrase, _ in phrases)


@lru_cache(maxsize=1)
def _light() -> Mapping[str, float]:
    return {
        normal(word): weight
        for weight, words in sorted(_LIGHT.items(), reverse=True)
        for word in words.split()
    }


@lru_cache(maxsize=1)
def _fields() -> Mapping[str, Mapping[int, int]]:
    """For each word that excludes others: the fields in which it does, and its place there."""
    found: dict[str, dict[int, int]] = {}
    for field, line in enumerate(_lines(_RIVALS)):
        for place, phrases in enumerate(line):
            for phrase in phrases.split("/"):
                found.setdefault(" ".join(_stemmed(phrase)), {})[field] = place
    return found
