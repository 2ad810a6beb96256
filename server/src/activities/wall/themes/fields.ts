/**
 * Fields of meaning that workshops speak of, in French and in English: « vélo » and « bus » share no letter, yet a
 * facilitator puts them together. A hint of kinship besides the words themselves, no closed list of themes. Words are
 * compared by their stems, so that one form of each is enough; a word may stand in several fields. The first word names
 * the field.
 */
export interface Field {
  readonly fr: string
  readonly en: string
}

export const FIELDS: readonly Field[] = [
  {
    fr: 'écologie écologique environnement climat biodiversité nature vivant sobriété sobre planète carbone durable pollution transition énergie animal oiseau',
    en: 'ecology environment climate biodiversity nature wildlife sustainable planet carbon pollution green energy solar recycling animal bird',
  },
  {
    fr: 'verdure vert arbre jardin parc plante planter potager fleur herbe forêt abeille végétaliser ombre mare',
    en: 'greenery green tree garden park plant flower grass forest bee pond shade bench',
  },
  {
    fr: 'propreté propre déchet poubelle ordure saleté sale nettoyer tri compost recyclage mégot',
    en: 'cleanliness clean waste rubbish garbage trash litter bin dump dirty recycle compost',
  },
  {
    fr: 'mobilité déplacement transport bus tram train métro gare vélo cycliste piste voiture automobile piéton trottoir marche trajet stationnement parking covoiturage circulation vitesse route',
    en: 'mobility transport traffic bus tram train station bike bicycle cyclist cycling lane car pedestrian pavement walk crossing road parking speed commute',
  },
  {
    fr: 'logement habitat maison appartement immeuble loyer locataire propriétaire résidence hébergement toit',
    en: 'housing house home flat apartment rent landlord tenant building affordable damp',
  },
  {
    fr: 'alimentation nourriture aliment manger repas cantine cuisine restaurant légume fruit agriculture agriculteur paysan producteur bio café goûter',
    en: 'food eat meal lunch dinner canteen kitchen cooking restaurant vegetable fruit farming farmer producer organic coffee bakery',
  },
  {
    fr: 'commerce commerçant boutique magasin marché boulangerie achat acheter client vendre artisan entreprise économie local',
    en: 'shops shop store market bakery business trade buy sell customer mall local economy',
  },
  {
    fr: 'budget argent financement financer coût cher prix tarif gratuit subvention impôt allocation revenu payer dépense économie',
    en: 'money budget funding fund cost expensive price cheap free grant tax income salary pay afford rate',
  },
  {
    fr: 'emploi travail métier recrutement recruter embauche carrière chômage poste compétence stage salarié',
    en: 'jobs job work employment recruit hire career unemployment skill internship profession',
  },
  {
    fr: 'management manager managérial encadrement chef hiérarchie direction cadre leadership autonomie responsabiliser délégation délégué confiance',
    en: 'management manager boss hierarchy leadership leader autonomy responsibility delegate empower trust',
  },
  {
    fr: 'confiance autonomie liberté pouvoir responsabilité initiative marge oser',
    en: 'trust autonomy freedom power empower responsibility ownership initiative',
  },
  {
    fr: 'organisation organiser structure fonctionnement service processus process réorganiser institution méthode',
    en: 'organisation organization structure process procedure department institution restructure',
  },
  {
    fr: 'simplification simplifier simple simplicité alléger lourdeur bureaucratie administratif formalité procédure formulaire paperasse norme',
    en: 'simplicity simplify simple bureaucracy paperwork form formality lighten streamline',
  },
  {
    fr: 'décision décider choix choisir trancher arbitrage gouvernance hiérarchie',
    en: 'decisions decision decide choose choice governance arbitrate vote',
  },
  {
    fr: 'démocratie citoyen citoyenneté habitant usager participation participatif concertation consultation élu vote voter référendum débat',
    en: 'democracy citizen resident inhabitant participation participatory consultation council councillor vote election referendum debate say ask',
  },
  {
    fr: 'coopération coopérer coopératif collaboration collaboratif collaborer collectif ensemble équipe partenariat partenaire intelligence mutualiser allié stigmergie',
    en: 'cooperation cooperate cooperative collaborate collaboration collective together teamwork team partnership partner joint ally',
  },
  {
    fr: 'transversalité transversal décloisonner cloison silo frontière interservice pluridisciplinaire croiser',
    en: 'silos silo transversal interdisciplinary departments barrier',
  },
  {
    fr: 'réseau relier connecter lien communauté fédérer alliance rassembler mailler',
    en: 'networks network connect link community alliance gather federate',
  },
  {
    fr: 'partage partager échange échanger transmettre mutualiser diffuser pratique retour',
    en: 'sharing share exchange pass practice swap spread',
  },
  {
    fr: 'apprentissage apprendre apprenant enseignement tirer leçon capitaliser expérience connaissance savoir pédagogie pédagogue bilan observer observation retour étonnement',
    en: 'learning learn lesson knowledge experience pedagogy observe insight retrospective',
  },
  {
    fr: 'formation former formateur stage cours atelier tutorat tuteur mentor coaching compétence',
    en: 'training train trainer course workshop tutor mentor coaching skill',
  },
  {
    fr: 'école scolaire élève enseignant professeur parent éducation éducatif classe collège lycée université étudiant devoir examen étudier',
    en: 'school pupil student teacher parent education class classroom college university homework exam study',
  },
  {
    fr: 'jeunesse jeune adolescent ado enfant enfance étudiant bébé crèche teenager famille',
    en: 'youth young teenager teen child kid children adolescent baby nursery family',
  },
  {
    fr: 'aînés âgé senior vieux vieillesse retraité ehpad',
    en: 'elderly older senior pensioner retired old ageing grandparent',
  },
  {
    fr: 'solitude seul isolé isolement isoler visite voisin',
    en: 'loneliness lonely alone isolated isolation visit neighbour',
  },
  {
    fr: 'solidarité solidaire entraide aide aider secours bénévole bénévolat don vulnérable fragile précaire précarité pauvreté soutenir',
    en: 'solidarity help mutual volunteer charity donate vulnerable poverty support aid',
  },
  {
    fr: 'bienveillance bienveillant soin care soigner empathie respect écoute attention gentillesse reconnaissance humain fragilité dignité',
    en: 'kindness kind care caring empathy respect listening attention recognition human dignity compassion',
  },
  {
    fr: 'écoute écouter entendre parole dialogue parler discussion conversation',
    en: 'listening listen hear dialogue talk conversation discuss chat ask',
  },
  {
    fr: 'convivialité convivial fête rire humour plaisir joie joyeux amusement café pot rencontre',
    en: 'conviviality fun party laugh humour joy enjoy celebrate coffee social',
  },
  {
    fr: 'bien-être santé stress fatigue équilibre souffrance repos pause ralentir lenteur urgence',
    en: 'wellbeing balance stress health tired burnout rest break slow relax pace mental',
  },
  {
    fr: 'santé médecin médical hôpital soin soignant infirmier maladie malade patient pharmacie vaccin handicap',
    en: 'health doctor medical hospital nurse illness sick patient pharmacy clinic vaccine',
  },
  {
    fr: 'accessibilité accessible handicap handicapé fauteuil rampe ascenseur malvoyant sourd lisible pictogramme audio',
    en: 'accessibility accessible disability disabled wheelchair ramp lift elevator blind deaf legible audio',
  },
  {
    fr: 'inclusion inclure exclu exclusion diversité égalité discrimination préjugé égal femme migrant étranger différence ouverture',
    en: 'inclusion include exclude exclusion diversity equality equity discrimination prejudice women migrant gender',
  },
  {
    fr: 'ouverture ouvrir élargir cercle rejoindre accueillir extérieur associer public',
    en: 'openness open widen outreach reach join welcome outside',
  },
  {
    fr: 'accueil accueillir bienvenue nouveau arrivant entrée sourire inscription inscrire guichet réception conseiller',
    en: 'welcome welcoming newcomer arrival reception introduce introduction greet hello smile starter onboarding',
  },
  {
    fr: 'numérique digital informatique outil logiciel plateforme internet visio visioconférence télétravail distance distanciel ordinateur application écran site wifi',
    en: 'digital online software tool platform internet video virtual remote computer laptop app screen website wifi camera',
  },
  {
    fr: 'matériel équipement ordinateur badge compte accès licence bureau téléphone imprimante prise',
    en: 'equipment laptop badge account password access license desk phone printer screen hardware computer',
  },
  {
    fr: 'télétravail distance distanciel domicile hybride présentiel',
    en: 'remote home hybrid distance virtual remotely office',
  },
  {
    fr: 'communication communiquer information informer affiche affichage annonce lettre mail courriel newsletter presse journal agenda publicité dire visibilité',
    en: 'communication communicate information inform poster announce newsletter mail email press news publicity visibility publish',
  },
  {
    fr: 'documentation document guide manuel notice glossaire wiki procédure fiche',
    en: 'documentation document guide handbook manual glossary wiki acronym link page instruction',
  },
  {
    fr: 'innovation innover innovant créativité créatif créer inventer invention imaginer imagination nouveauté nouveau idée',
    en: 'innovation innovate innovative creativity creative invent imagination imagine new idea',
  },
  {
    fr: 'expérimentation expérimenter tester test essayer essai oser risque prototype erreur tâtonner agir action explorer',
    en: 'experimentation experiment test try trial dare risk prototype mistake pilot act action explore',
  },
  {
    fr: 'changement changer évoluer évolution transformer transformation adapter adaptation réinventer repenser réinterroger avenir futur prospectif scénario demain',
    en: 'change evolve transform transformation adapt adaptation reinvent rethink future scenario tomorrow',
  },
  {
    fr: 'initiatives initiative projet démarche émergent porteur maker',
    en: 'initiatives initiative project grassroots emerging maker',
  },
  {
    fr: 'territoire territorial région régional commune communal ville quartier village rural local département intercommunal proximité',
    en: 'area region regional town city neighbourhood village rural local district',
  },
  {
    fr: 'sécurité sûr danger dangereux police délinquance agression vol éclairage lampadaire peur accident',
    en: 'safety safe danger dangerous police crime theft lighting streetlight fear accident',
  },
  {
    fr: 'calme silence silencieux bruit bruyant tranquillité tranquille nuisance sonore fort',
    en: 'quiet noise noisy loud silence calm night motorbike sleep',
  },
  {
    fr: 'espaces espace salle pièce coin local bâtiment bureau table fauteuil meuble chaise lieu fenêtre',
    en: 'rooms space room corner building office table chair furniture place',
  },
  {
    fr: 'horaires horaire heure ouverture fermer fermeture ouvrir dimanche lundi samedi soir soirée matin',
    en: 'hours hour opening closing close evening sunday saturday morning weekend timetable schedule',
  },
  {
    fr: 'temps délai durée rythme planning calendrier agenda retard ponctualité',
    en: 'time deadline delay pace planning calendar agenda late punctual',
  },
  {
    fr: 'réunions réunion animation point',
    en: 'meetings meeting agenda minutes facilitation',
  },
  {
    fr: 'objectifs objectif but mission priorité vision stratégie cap sens engagement engager',
    en: 'goals goal aim mission priority vision strategy purpose objective task commitment',
  },
  {
    fr: 'retours feedback évaluation évaluer sondage enquête questionnaire critique satisfaction',
    en: 'feedback evaluation evaluate survey poll review questionnaire criticism satisfaction',
  },
  {
    fr: 'parrainage parrain tuteur mentor binôme référent accompagner accompagnement compagnon',
    en: 'mentoring buddy mentor pair tutor sponsor companion somebody someone',
  },
  {
    fr: 'culture culturel musique concert musée théâtre spectacle artiste art cinéma film festival exposition patrimoine',
    en: 'culture cultural music concert museum theatre show artist art cinema film festival exhibition heritage',
  },
  {
    fr: 'lecture lire lecteur livre roman manga auteur conte bibliothèque écriture collection documentaire',
    en: 'reading read reader book novel comic author story library writing collection',
  },
  {
    fr: 'animations atelier rencontre soirée club activité événement sortie animation visite',
    en: 'events event workshop club activity outing visit meetup',
  },
  {
    fr: 'sport sportif football piscine gymnase stade skate vélo course jeu',
    en: 'sport football pool swimming gym stadium skate training game',
  },
  {
    fr: 'jeux jeu jouer ludothèque vidéo société',
    en: 'games game play toy',
  },
  {
    fr: 'droit loi justice règle règlement juridique égalité norme obligation',
    en: 'law right justice rule legal regulation obligation fine',
  },
  {
    fr: 'public état administration agent fonctionnaire mairie collectivité municipal',
    en: 'public service administration council municipal government civil',
  },
  {
    fr: 'conflits conflit tension colère dispute médiation violence incivilité',
    en: 'conflict tension anger dispute mediation violence',
  },
  {
    fr: 'qualité produit défaut bug fiabilité panne réparer rénover entretien maintenance',
    en: 'quality defect bug reliability repair renovate maintenance broken fix',
  },
]
