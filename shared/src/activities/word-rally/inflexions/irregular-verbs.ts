/**
 * Irregular verbs by the end of their infinitive: `prendre` serves apprendre and comprendre too. Longer ends come
 * first; one that begins with = stands for itself alone. In plain form; stems take the endings of their class (see verbs.ts), `forms` are whole.
 */
export interface IrregularVerb {
  readonly infinitive: string
  /** Only this verb, not the others that end alike (installer is not conjugated like aller). */
  readonly alone: boolean
  readonly present: readonly string[]
  readonly future: readonly string[]
  readonly past: readonly string[]
  readonly participle: readonly string[]
  readonly forms: readonly string[]
}

/** infinitive | stems of present | future | past | participle | whole forms */
const TABLE = `
=avoir | av | aur | eu | eu | ai as a avons avez ont aie aies ait ayons ayez aient ayant
=etre | et | ser | fu | ete | suis es est sommes etes sont sois soit soyons soyez soient etant
=aller | all aill | ir | | alle | vais vas va vont alla allas allai allames allerent
faire | fais fass | fer | fi | fait | fait font faites
savoir | sai sav sach | saur | su | su | sais sait
devoir | doi dev doiv | devr | du | du |
pouvoir | peu pouv peuv puiss | pourr | pu | pu | peux puis
vouloir | veu voul veul veuill | voudr | voulu | voulu | veux
valoir | vau val vaill | vaudr | valu | valu | vaux
falloir | fall | faudr | fallu | fallu | faut faille
mouvoir | meu mouv meuv | mouvr | mu | mu |
pleuvoir | pleu pleuv | pleuvr | plu | plu |
cevoir | coi cev coiv | cevr | cu | cu |
asseoir | assied assey assoi assoy | assier assoir | assi | assis |
revoir | revoi revoy | reverr | revi | revu |
prevoir | prevoi prevoy | prevoir | previ | prevu |
voir | voi voy | verr | vi | vu |
prendre | prend pren prenn | prendr | pri | pris |
mettre | met mett | mettr | mi | mis |
battre | bat batt | battr | batti | battu |
naitre | nai naiss | naitr | naqui | ne |
aitre | ai aiss | aitr | u | u |
oitre | oi oiss | oitr | u | u |
ecrire | ecri ecriv | ecrir | ecrivi | ecrit |
scrire | scri scriv | scrir | scrivi | scrit |
sourire | souri | sourir | souri | souri |
rire | ri | rir | ri | ri |
lire | li lis | lir | lu | lu |
maudire | maudi maudiss | maudir | maudi | maudit |
dire | di dis | dir | di | dit | dites
suffire | suffi suffis | suffir | suffi | suffi |
cuire | cui cuis | cuir | cuisi | cuit |
uire | ui uis | uir | uisi | uit |
croire | croi croy | croir | cru | cru |
boire | boi buv boiv | boir | bu | bu |
plaire | plai plais | plair | plu | plu |
taire | tai tais | tair | tu | tu |
traire | trai tray | trair | | trait |
suivre | sui suiv | suivr | suivi | suivi |
vivre | vi viv | vivr | vecu | vecu |
rompre | romp | rompr | rompi | rompu |
vaincre | vainc vainqu | vaincr | vainqui | vaincu |
conclure | conclu | conclur | conclu | conclu |
coudre | coud cous | coudr | cousi | cousu |
moudre | moud moul | moudr | moulu | moulu |
soudre | sou solv | soudr | solu | solu |
aindre | ain aign | aindr | aigni | aint |
eindre | ein eign | eindr | eigni | eint |
oindre | oin oign | oindr | oigni | oint |
tenir | tien ten tienn | tiendr | tin | tenu |
venir | vien ven vienn | viendr | vin | venu |
cueillir | cueill | cueiller | cueilli | cueilli |
assaillir | assaill | assaillir | assailli | assailli |
ouvrir | ouvr | ouvrir | ouvri | ouvert |
offrir | offr | offrir | offri | offert |
souffrir | souffr | souffrir | souffri | souffert |
courir | cour | courr | couru | couru |
mourir | meur mour | mourr | mouru | mort |
dormir | dor dorm | dormir | dormi | dormi |
servir | ser serv | servir | servi | servi |
mentir | men ment | mentir | menti | menti |
sentir | sen sent | sentir | senti | senti |
repartir | repar repart | repartir | reparti | reparti |
partir | par part | partir | parti | parti |
sortir | sor sort | sortir | sorti | sorti |
vetir | vet | vetir | veti | vetu |
fuir | fui fuy | fuir | fui | fui |
bouillir | bou bouill | bouillir | bouilli | bouilli |
acquerir | acquier acquer | acquerr | acqui | acquis |
conquerir | conquier conquer | conquerr | conqui | conquis |
`

const list = (cell: string | undefined): string[] => (cell ?? '').split(/\s+/).filter((s) => s !== '')

export const IRREGULAR: readonly IrregularVerb[] = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|'))
  .map((cells) => ({
    infinitive: (cells[0] ?? '').trim().replace('=', ''),
    alone: (cells[0] ?? '').startsWith('='),
    present: list(cells[1]),
    future: list(cells[2]),
    past: list(cells[3]),
    participle: list(cells[4]),
    forms: list(cells[5]),
  }))
