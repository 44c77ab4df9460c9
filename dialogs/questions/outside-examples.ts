/**
 * What people ask an assistant like this that is none of its business, by subject. The search learns them next to the
 * answers, so that a question about parking is not taken for one about placements. One way of asking a line.
 */
const subjects: Readonly<Record<string, string>> = {
  pay: `
    what is the band 6 salary
    how much does a band 5 earn
    band 7 pay scale
    band 3 hourly rate
    band 2 pay per hour
    how much is band 4 a year in pounds
    how many pounds is a band 4 salary
    what is the starting salary of a nurse
    what is the annual salary for a band 4
    nhs pay rise this year
    when is the pay award
    how much is the pay award
    pay scales 2026
    high cost area supplement
    unsocial hours enhancement rate
    overtime rate on bank holidays
    bank pay rate for nights
    bank shifts pay
    agency pay rates per hour
    when is pay day
    my payslip is wrong
    how do i read my payslip
    national minimum wage rate
    living wage now
    apprentice minimum wage
    tax code
    national insurance rate
    pension contributions
    nhs pension scheme
    how do i claim my pension
    mileage rate
    claim travel expenses
    student loan repayment threshold
    how much does a nursing associate earn
    what does a paramedic get paid
    how much do matrons get
    top of band 6
    top of band 5 pay
    increments band 4
    pay step dates
    weekend enhancements
    night duty rate
    london weighting
    consultant pay
    how much is a band 8a
    what do physios earn
    band 4 take home pay
    annual salary in £
    wage slip query
    when do we get paid in december
    back pay date
    nhs staff pay offer
    salary sacrifice car
    lease car scheme
    cycle to work
    pension age
    how much pension will i get
    lump sum
    what is the hourly rate for bank hca
    expenses for parking
    does the trust pay for uniforms cleaning
    excess mileage`,
  leave: `
    how much annual leave do i get
    book annual leave
    carry over leave
    maternity leave entitlement
    maternity pay
    paternity leave
    shared parental leave
    adoption leave
    sick pay entitlement
    how do i call in sick
    sickness absence policy
    bereavement leave
    carers leave
    flexible working request
    career break
    retirement age
    resign notice period
    how do i hand in my notice
    bank holiday entitlement
    jury service
    can i take unpaid leave
    compassionate leave days
    time off for a hospital appointment
    time off in lieu
    toil
    how many days holiday
    part time annual leave calculation
    phased return to work
    long term sick rules
    fit note
    keeping in touch days
    term time only contract
    wedding leave
    notice for a band 4
    leave over christmas`,
  workplace: `
    my email is locked
    reset my password
    smartcard not working
    nhs mail login
    vpn wont connect
    how do i get wifi
    printer is jammed
    book a meeting room
    where can i park
    parking permit
    staff car park charge
    canteen opening times
    what is for lunch
    what time does the shop close
    bus to the hospital
    uniform laundry
    order a new tunic
    lost my id badge
    lost property
    staff discount
    blue light card
    gym membership
    occupational health appointment
    staff flu jab
    covid vaccine booking for staff
    fire drill
    which bin for sharps
    waste disposal colour
    how do i report a broken bed
    order stock for the ward
    estates helpdesk
    rota for next week
    swap my shift
    eroster login
    how do i book bank shifts
    who is on call tonight
    switchboard number
    visiting times
    bed state today
    how many beds are free
    teams is not working
    outlook keeps crashing
    my laptop is slow
    who fixes computers
    it helpdesk number
    multi factor authentication
    change my phone number in esr
    library opening hours
    creche on site
    changing rooms
    lockers
    bike shed
    bin day
    hoist is broken
    order wheelchairs
    linen order
    drugs cupboard keys
    how many wards are there
    who is the chief executive
    chief executive name
    map of the hospital
    ward phone number
    bleep number for the site manager
    incident form datix
    how do i do a datix
    patient transport booking
    interpreter booking
    chaplain contact
    organise a leaving do
    christmas party
    volunteer at the hospital
    raffle
    parking at the university
    campus map
    term dates
    term dates at uclan
    halls of residence
    student accommodation
    freshers week
    graduation date
    library card at uni
    university open day
    referencing harvard style
    turnitin`,
  mandatory: `
    mandatory training
    fire safety training
    manual handling update
    basic life support course dates
    resus training booking
    safeguarding level 3 training
    information governance training module
    infection control elearning
    elearning for healthcare login
    esr login
    where is the sepsis training
    conflict resolution training
    blood transfusion training
    cannulation course dates
    dbs check
    how long does a dbs take
    enhanced dbs update service
    occupational health clearance
    references for a new job
    when is my mandatory training due
    prevent training
    moving and handling refresher
    ils course
    als course
    oxygen training
    ng tube training
    catheter training dates
    ecg course
    phlebotomy course booking
    mentorship course for nurses dates
    ssp student supervisor training
    food hygiene certificate
    first aid at work course
    care certificate workbook answers
    care certificate standard 3 answers
    level 3 diploma in health answers
    dementia friends
    oliver mcgowan training
    stat and mand compliance`,
  otherProfessions: `
    how do i become a paramedic
    paramedic training
    how do i become a midwife
    midwifery degree
    midwife entry requirements
    how to become a doctor
    medical school entry
    junior doctor training
    foundation year doctors rota
    gp training scheme
    become a pharmacist
    pharmacist training
    pharmacy technician course
    become a dentist
    dental nurse course
    become a psychologist
    clinical psychology doctorate
    become a social worker
    social work degree
    become a radiographer degree ucas
    speech therapist degree
    physician associate
    physician associate course
    physician associate exam
    operating department practitioner course
    odp degree
    health visitor course
    school nurse training
    district nurse qualification fees
    return to practice
    return to nursing
    nurse prescribing course
    v300 prescribing
    phd in nursing
    ambulance technician job
    healthcare scientist training programme
    teacher training
    police apprenticeship
    become an accountant
    t level
    t level in health
    btec health and social care grades
    a level results day
    gcse results
    nhs graduate management scheme
    how do i become a nurse
    how to train as a nurse from school
    nursing degree how many years
    nurse degree apprenticeship entry
    become a dietitian degree
    speech and language therapist course
    podiatrist degree
    how long to become a vet
    become an optician
    orthoptist
    sonographer course
    cardiac physiologist training
    anaesthetic associate
    anaesthesia associate course
    surgical first assistant
    emergency care assistant job
    999 call handler
    health care scientist degree
    counsellor training
    cbt therapist training
    become a psychologist
    nursery nurse course
    play specialist
    teaching assistant
    hospital porter jobs
    ward clerk course
    medical secretary
    management apprenticeship
    team leader level 3 apprenticeship
    business admin apprenticeship
    it apprenticeship
    apprenticeship for school leavers in construction
    access to nursing course
    access to higher education
    open university nursing
    what a levels for physio
    what gcses for nursing
    ucat
    medical student placement
    work experience for school pupils`,
  nursing: `
    nmc revalidation
    when is my revalidation
    revalidation hours
    nmc fee
    nmc registration fee
    how do i renew my pin
    register as a nurse from overseas
    oet score for nurses
    international nurse osce
    ielts
    nursing degree ucas deadline
    ucas deadline
    ucas points for adult nursing
    nursing bursary
    nursing associate salary
    newly qualified nurse jobs
    nurse jobs near me
    nhs jobs login
    vacancies at the trust
    job vacancies
    staff nurse interview questions
    nursing strike ballot
    how many cpd hours for revalidation
    reflective account for revalidation
    nmc confirmer
    nmc code of conduct for nurses
    nmc fitness to practise hearing
    hcpc fee
    hcpc renewal
    newly qualified preceptorship for nurses dates
    band 6 interview questions
    band 5 to band 6
    sister post
    matron job description band 8a
    agency nurse jobs
    locum
    how to write a supporting statement
    cv template
    cover letter for a job
    reference request
    nurse of the year award
    international nurses day
    nurses uniform colours
    sign off mentor`,
  immigration: `
    visa sponsorship
    skilled worker visa
    visa for a nurse
    work permit
    right to work documents
    home office fee
    settled status
    certificate of sponsorship
    health and care visa
    visa extension
    bring my family over
    brp card
    share code
    english language test for visa
    sponsorship for overseas hca
    can a care worker bring a spouse
    how do i get indefinite leave to remain
    passport renewal
    tier 2`,
  money: `
    current levy percentage
    levy rate this year
    levy rate employers pay tax
    what is the apprenticeship levy threshold
    tuition fees this year
    tuition fees at salford
    how much are fees at manchester
    current fees for the course in pounds
    student finance
    student finance application
    student loan interest
    nhs learning support fund
    council tax
    mortgage
    childcare vouchers
    interest rates
    stock market
    trust budget deficit
    nhs budget this year
    how much are fees at chester
    how much does the degree cost in 2026
    how much is the course fee today
    exact tuition fee
    what is the levy percentage
    apprenticeship funding band maximum
    what is the funding cap
    tax relief on uniform
    universal credit
    childcare costs
    loan
    bursary for student nurses
    free school meals
    vat
    euro exchange rate
    house prices
    energy bills`,
  news: `
    nurses strike
    strike dates
    junior doctors strike
    resident doctors strike
    who is the health secretary
    latest nhs news
    hospital merger
    trust merger news
    cqc rating of our trust
    what is our cqc rating
    waiting list figures
    a&e waiting times today
    general election
    prime minister
    is nhs england being abolished
    royal family
    pass rate on the course
    pass rates at bolton
    course ranking
    university league table
    which uni is ranked best
    student satisfaction score
    how many failed last year
    number of students at salford
    drop out rate at chester
    what did the budget say
    ten year plan for the nhs
    latest news on nhs england
    new hospital opening date
    is our hospital being rebuilt
    trust restructure
    is there a vacancy freeze
    redundancies at the trust
    staff survey results
    flu season
    covid cases
    how many people are waiting
    ambulance waits
    best hospital in england
    ofsted rating of the university
    teaching excellence framework
    completion rate at cumbria
    how many applicants last year
    success rate of applications
    who got places last year
    average mark on the course
    salford university ranking`,
  clinicalFacts: `
    symptoms of sepsis
    normal blood pressure
    what is diabetes
    side effects of ibuprofen
    how to treat a pressure ulcer
    news2 score
    what does copd feel like
    signs of a stroke
    wound care guideline
    how do i take blood
    how do i put in a catheter
    best dressing for a leg ulcer
    what is a normal temperature
    infection control policy for norovirus
    mrsa screening
    covid isolation rules
    vaccination schedule
    what is a ppi
    what is sepsis
    how do you do an ecg
    bristol stool chart
    waterlow score
    must score
    how to calculate a drip rate
    normal range for potassium
    what is warfarin for
    falls risk assessment form
    how to turn a patient
    how to do cpr
    signs of dementia
    stages of pressure sore
    what is an aki
    dressing for a skin tear
    thickened fluids levels
    isolation for c diff
    how to remove a cannula
    how to use a glucometer`,
  chat: `
    tell me a joke
    what is the weather
    is it going to rain
    who won the football
    who won the match
    premier league table
    what time is it
    what day is it
    what is on telly
    recommend a film
    recommend a restaurant
    recipe for lasagne
    how do i make a cake
    write me a poem
    write a story
    write an essay
    do my assignment for me
    write my foundation degree essay
    sing me a song
    play music
    capital of france
    what is two plus two
    translate this
    translate into french
    translate this into urdu
    how do you say hello in spanish
    write some code
    python script
    excel formula
    how do i do a vlookup
    make a powerpoint
    horoscope
    lottery numbers
    cheap flights
    book a holiday
    hotel near the hospital
    train times to leeds
    directions to the royal
    taxi number
    how do i lose weight
    best phone to buy
    do you love me
    what is your favourite colour
    how old are you
    meaning of life
    hows your day
    whats your name
    who made you
    are you married
    sing happy birthday
    tell me something funny
    tell me a story
    what do you think of the news
    who is the king
    who is taylor swift
    when is easter
    what day is christmas
    how tall is everest
    how far is london
    distance to manchester
    what year is it
    how many days until summer
    best pizza near here
    where can i get coffee
    i need a haircut
    netflix
    word for happy
    spell necessary
    define photosynthesis
    solve this equation
    square root of 144
    convert miles to km
    fix my car
    buy a house
    dog food
    gardening tips
    knitting pattern
    football scores
    cricket
    formula one
    x factor
    love island
    strictly
    bake off`,
  legal: `
    employment tribunal
    am i being discriminated against
    redundancy pay
    tupe rights
    union rep contact
    join unison
    freedom of information request
    how do i make a complaint about a doctor
    complaint to pals
    pals phone number
    duty of candour letter
    mental capacity act
    deprivation of liberty form
    section 2 mental health act
    power of attorney
    death certificate
    organ donation
    can i be sacked
    disciplinary procedure
    grievance procedure
    whistleblowing line
    freedom to speak up guardian
    equality act
    reasonable adjustments for me
    trade union membership
    is zero hours legal
    working time directive
    how many breaks in a 12 hour shift
    break entitlement
    rest between shifts
    data breach report
    patient complaint timescale
    coroner inquest statement
    consent form for surgery
    dnar form
    advance decision`,
};

export const outsideExamples: readonly { readonly subject: string; readonly text: string }[] = Object.entries(
  subjects,
).flatMap(([subject, lines]) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ subject, text })),
);
