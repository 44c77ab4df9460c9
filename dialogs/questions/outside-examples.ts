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
  otherBands: `
    what band is a ward manager
    what band is a matron
    what band is a sister
    what band is a ward clerk
    what band is a discharge coordinator
    what band should a phlebotomist be on
    what band are porters
    what band is a domestic supervisor
    what band is a practice educator
    what band is a clinical nurse specialist
    what band do physios start on
    band of a newly qualified OT
    what band are pharmacy technicians
    what band is a medical secretary
    whats a band 6 in pounds
    is a ward hostess band 2
    are HCAs band 2 or band 3 in our trust
    hca band 2 to band 3 rebanding back pay
    band 2 3 dispute settlement
    when will the HCAs get their rebanding money
    how much does a ward manager get paid
    band 7 ward manager pay top of scale
    whats a deputy ward manager on
    what does a sister earn a year
    how much does an hca make an hour
    hca wage nights and weekends
    how much do cleaners get
    how much is a porter paid
    what is a radiographer paid
    what does a midwife earn after five years
    midwife starting pay
    paramedic band 6 pay
    social worker pay in the council
    how much do GPs earn
    practice nurse wage per hour
    consultant salary scale
    resident doctor pay per hour
    what does a chief nurse earn
    chief exec salary
    how much do physician associates get paid
    advanced practitioner salary in pounds
    acp pay band 8a in £
    how much more is band 6 than band 5
    difference in pay between band 5 and band 6
    difference in money between band 2 and band 3
    pay gap between band 7 and 8a
    job evaluation for a band 6 post
    how do i get my band 5 job matched to a 6
    job matching panel dates
    whats the agenda for change panel
    can a band 5 act up to band 6
    acting up allowance
    secondment pay for a band 6
    recruitment and retention premium for theatre nurses
    golden hello for nurses
    overtime for band 8s
    is there on call payment for matrons
    annex 5 rates
    band 8b salary 2026
    scale points for band 6
    how many years to get to the top of band 5
    is the pay rise backdated
    5 percent pay rise nurses
    when will the nhs pay rise come through
    consolidated pay award
    agenda for change pay calculator
    hourly rate with unsocials for a band 5 on nights
    sunday rate for band 5
    how much is time and a third
    do band 7s get unsocial hours
    wot does a band 7 get
    whats the sallary of a band 6 nurse
    what will a newly qualified get in their first wage
    what do agency nurses earn a shift
    locum doctor day rate
    how much does an OT make
    dietitian wage band 5
    speech therapist wages
    how much are health visitors on
    occupational therapist starting salary
    band 1 pay
    apprentice rate of pay for a 17 year old
    who decides what band the housekeepers are`,
  payslips: `
    my wages are short this month
    why is my pay less this month
    who do i ring about my payslip
    payroll phone number
    payroll email address
    cut off date for payroll
    when is payroll cut off this month
    how do i change my bank details for payroll
    p60
    where do i get my p60
    p45 from my old job
    emergency tax code
    why am i on emergency tax
    am i on the right tax code
    how do i claim tax back for uniform washing
    tax relief for nmc fees
    ni number lost
    can i opt out of the pension
    nhs pension opt out form
    how much pension contribution does a band 5 pay
    1995 section pension retire at 55
    mccloud remedy
    pension statement
    total reward statement login
    can i retire and return
    retire and come back pension abatement
    lump sum when i retire how much
    death in service benefit
    salary sacrifice for a laptop
    electric car scheme nhs
    nhs fleet car
    cycle to work scheme limit
    childcare voucher scheme still going
    how do i claim mileage for community visits
    mileage claim pence per mile
    expenses form wont submit
    selenity expenses login
    travel claims deadline
    excess travel after moving base
    relocation expenses
    can i be paid for my lunch break
    unpaid break on a 12 hour shift
    overtime not on my payslip
    unsocial hours missing from pay
    i worked a bank holiday and it hasnt been paid
    how do i approve overtime for my staff
    staff members pay is wrong who fixes it
    one of my nurses was overpaid what now
    overpayment recovery plan
    maternity pay calculation
    how much smp will she get
    sick pay half pay when
    full pay for how long off sick
    student loan deduction too high
    salary advance wagestream
    wagestream
    payday december
    is pay early at christmas
    do we get paid before xmas
    four weekly or monthly pay
    credit union
    attachment of earnings
    pay on a saturday night
    payslips on my phone
    esr pay slip app`,
  absence: `
    how much leave have i got left
    annual leave entitlement after 10 years
    how many hours annual leave for 30 hours a week
    work out leave for a part timer
    pro rata annual leave
    can i refuse annual leave over christmas
    how many staff can i let off at once in august
    school holidays leave requests too many
    leave year end carry over hours
    buying extra annual leave
    selling annual leave
    bank holiday hours for part time staff
    bank holiday falls on my day off
    staff member off sick again what do i do
    how do i do a return to work interview
    return to work form
    bradford factor
    sickness trigger points
    stage 1 sickness meeting
    stage 2 absence letter
    sickness percentage for my ward
    my nurse is on long term sick when do we refer to occy health
    occupational health referral form
    management referral to occ health
    phased return how many weeks
    fit note how long
    self certify how many days
    can she use annual leave when shes off sick
    covid sick pay
    norovirus 48 hours off
    how long off after d and v
    pregnant staff member risk assessment
    risk assesment for pregnant nurse
    maternity leave cover advert
    when does maternity leave start
    keeping in touch days pay
    ivf leave
    miscarriage leave policy
    paternity leave how long
    adoption leave policy
    parental leave unpaid
    dependants leave
    carers leave days per year
    kid is poorly can i have the day off
    time off for dentist
    bereavement leave for a grandparent
    funeral leave how many days
    special leave policy
    jury service pay
    time off for union duties
    reservist leave
    career break policy
    sabbatical
    flexible working application form
    can i turn down flexible working
    compressed hours request
    term time contract
    how do i reduce my hours
    go part time
    drop to 30 hours
    snow day staff cant get in
    adverse weather policy
    lateness policy
    staff member keeps turning up late
    awol staff member
    no call no show
    menopause policy
    stress risk assessment
    how do i resign
    notice period band 7
    exit interview form
    leavers form
    retirement gift
    flexi retirement`,
  rota: `
    who is on nights this week
    what shift am i on tomorrow
    rota for next month
    publish the roster
    when do rosters have to be published
    six week roster deadline
    eroster wont let me approve
    healthroster login
    how do i unlock a roster
    allocate app not working
    optima roster
    safecare census
    safecare not updating
    how do i enter acuity on safecare
    swap a long day for a night
    can i do a twilight instead
    long day start time
    how many nights in a row can they work
    max hours in a week
    48 hour opt out
    11 hours rest rule
    minimum gap between late and early
    request an off duty
    off duty requests limit
    self rostering how does it work
    staff want set shifts
    fixed working pattern
    i am two nurses down tonight who do i ring
    no nurses tonight help
    short staffed on lates tomorrow
    who can i move from another ward
    redeployed to another ward again
    staffing huddle time
    bleep holder today
    site manager on call
    who is the bronze on call
    on call rota for consultants
    medical on call rota
    reg on call for surgery
    who is the f1 today
    handover time on days
    breaks on a night shift
    sleeping on nights
    shift pattern 12 hours or 7.5
    net hours balance on the roster
    owed hours
    staff who owe the ward hours
    toil balance
    how do i add someone to my roster
    remove a leaver from the roster
    roster headroom percentage
    what is headroom
    red flag staffing
    chppd
    care hours per patient day calculation
    establishment review template
    my establishment is wrong on the ledger
    vacancy wte on finance report`,
  bankAgency: `
    book a bank nurse
    put a shift out to bank
    nhsp login
    nhs professionals number
    nhs professionals sign up
    join the bank
    bank contract for a retired nurse
    how do i cancel a bank shift
    bank shift cancelled will i get paid
    bank holiday bank rates
    agency nurse cover tonight
    who authorises agency
    agency cap
    thornbury
    off framework agency approval
    how do i book an rmn for a special
    one to one special for tonight
    get an hca for enhanced care
    enhanced obs staffing request
    agency nurse didnt turn up
    agency nurse induction checklist
    feedback on an agency nurse
    timesheet for agency
    sign timesheet online
    can agency do iv antibiotics
    can a bank hca work in itu
    bank hca training
    weekly pay on the bank
    annual leave on bank
    bank only contracts and pensions
    block booking agency
    temp staffing office hours
    temporary staffing email
    locum consultant cover
    locum gp rates
    agency spend this month
    agency spend target
    how much do we spend on agency
    convert agency staff to substantive
    incentive rates for bank
    winter incentive payment
    framework agency list
    collaborative bank
    bank staff dbs`,
  nurseRegistration: `
    how many practice hours for nmc revalidation
    revalidation deadline missed
    confirmer for revalidation who can it be
    reflective discussion form nmc
    template for five reflective accounts
    my nurse forgot to renew her pin
    nurses registration lapsed can she work
    lapsed pin what do i do
    check a nurse on the register
    nmc register search
    nmc pin checker
    nmc readmission
    how much is the nmc annual fee
    pay nmc by direct debit
    how do i refer a nurse to the nmc
    nmc referral threshold
    nurse under investigation restrictions
    conditions of practice order
    nmc hearing dates
    nmc standards of proficiency for registered nurses
    future nurse standards
    nmc code section 10
    is duty of candour in the code
    overseas nurse osce exam dates
    osce prep
    our international nurses osce pass rate
    cbt for international nurses
    oet or ielts which score
    supporting information from employer english language nmc
    decision letter nmc
    new overseas nurses arriving from kerala when
    pin number for a nurse from philippines
    temporary register
    return to practice course nurse 3 years
    how do i get my registration back
    sssa training practice assessor
    practice supervisor and practice assessor difference for student nurses
    who signs off student nurses now
    pare login
    student nurse paperwork pare
    student nurse placement capacity
    how many student nurses can my ward take
    educational audit for student nurses
    link lecturer for student nurses
    student nurse off sick on placement
    student nurse failing placement action plan
    newly qualified nurse preceptorship programme length for nurses
    preceptorship framework multi professional nurses
    newly qualified nurse starting without a pin
    band 4 nurse awaiting pin
    what can a nurse awaiting pin do
    can a newly qualified take charge
    preceptorship for overseas nurses
    dual registration
    nurse retired can she keep her pin
    hcpc audit cpd profile
    hcpc renewal dates physios
    hcpc register physio check
    gmc register search
    gphc registration
    social work england registration
    nurse independent prescriber annotation
    v300 annotation on the register
    record a qualification with nmc
    specialist practitioner qualification
    scphn
    district nurse spq funding
    professional nurse advocate course
    pna training
    legacy mentor nurse
    chief nurse fellow
    queens nurse application`,
  nursingDegree: `
    how do i apply for a nursing degree
    nursing degree entry ucas points
    adult nursing at liverpool john moores entry
    which unis do childrens nursing
    learning disability nursing degree
    mental health nursing degree manchester
    nursing degree with no a levels
    is 2 years possible for a nursing masters
    pre reg msc nursing
    can i do nursing part time
    nursing degree with open university fees
    nurse degree apprenticeship how long
    rnda vacancies
    registered nurse degree apprenticeship pay
    student nurse bursary amount
    learning support fund 5000
    5k grant for student nurses
    student nurses travel expenses
    tdae claim
    student finance for a second degree
    student finance england deadline
    maintenance loan how much
    tuition fee loan nursing
    do student nurses pay council tax
    childcare grant for students
    parents learning allowance
    dsa for dyslexia
    disabled students allowance
    placement hours for student nurses 2300
    how many hours placement do student nurses do
    can student nurses do bank hca shifts
    student nurse uniform
    student nurse occupational health
    student nurse dbs
    elective placement abroad
    defer my place at uni
    clearing nursing places
    personal statement for nursing
    nursing interview questions for uni
    values based interview nursing degree
    numeracy test for nursing
    access course to get into nursing
    maths gcse equivalent for nursing degree
    functional skills for nursing degree
    can i transfer universities in year 2 of nursing
    failed second year nursing
    repeat a year of nursing
    interrupt studies nursing
    student nurse drop out rate
    how many student nurses started last year
    nursing applications down
    nurse training places in england
    midwifery degree interview
    midwifery apprenticeship
    shortened midwifery course for nurses
    conversion from adult to childrens nurse
    adult nurse to mental health nurse conversion
    nurse top up degree
    top up my diploma in nursing to a degree
    bsc top up for registered nurses
    masters for nurses funding
    cpd money for registered nurses
    1000 pounds cpd per nurse
    nurse cpd allocation how do i spend it
    post reg training funding for nurses
    critical care course for band 5s
    chemo course for nurses
    masters module in leadership
    mary seacole programme
    rosalind franklin leadership
    ward manager leadership course
    ilm level 5
    coaching course
    florence nightingale scholarship
    rcn bursary`,
  associates: `
    what is a physician associate
    physician associate scope of practice
    physician associates in gp surgeries
    physician associates gmc regulation
    can a physician associate prescribe
    pa national exam
    leng review
    leng review recommendations
    should we have a PA or a registrar
    physician associate supervision by consultants
    physician associate course fees manchester
    how many physician associates are there
    anaesthesia associates scope
    anaesthesia associate supervision ratio
    surgical care practitioner course edge hill
    what is an odp
    advanced clinical practice accreditation centre for advancing practice
    acp eportfolio route
    acp digital badge
    acp prescribing module
    consultant nurse posts
    what is a nurse consultant
    what is a first contact physio
    what is a social prescriber link worker
    social prescriber vacancies
    care coordinator in pcn
    arrs roles funding pcn
    arrs reimbursement rate
    pcn pharmacist
    clinical pharmacist in gp
    mta medical training initiative
    maternity support worker competency framework
    maternity support worker apprenticeship
    peer support worker training
    what is a peer support worker
    trainee nursing associate placement hours
    tna uniform
    tna protected learning time hours nmc
    nursing associate drugs round assessment nmc
    nursing associate pass rate
    how many nursing associates in england
    nursing associate jobs bolton
    mhwp course
    cap clinical associate in psychology
    emhp training
    high intensity therapist training
    pwp vacancies
    pwp interview
    nhs 111 clinician
    community first responder
    clinical support worker interview questions
    how do i become a healthcare assistant
    healthcare support worker vacancies near me
    hca with no experience
    hca apprenticeship level 2 advert
    care support worker development programme
    housekeeper role
    ward hostess duties
    activity coordinator on the ward
    discharge coordinator job description
    admiral nurse
    macmillan nurse referral
    learning disability liaison nurse bleep`,
  otherCareers: `
    how do i get on a paramedic course
    paramedic science degree entry
    paramedic apprenticeship nwas
    can an hca become a paramedic
    ambulance care assistant vacancies
    emt training how long
    midwife training for a mature student
    how long is midwifery
    i want to be a midwife what do i do
    how to be a doctor as a mature student
    graduate entry medicine
    medical degree apprenticeship
    medicine ucas deadline
    gamsat
    foundation programme application oriel
    imt training
    core surgical training application
    specialty training numbers
    gp training salary
    cesr route
    royal college exam dates
    mrcp part 1
    become a radiographer what a levels
    diagnostic radiography at salford entry requirements
    radiotherapy degree apprenticeship entry
    physio degree apprenticeship vacancies
    pre reg physio msc
    physio placements
    become an occupational therapist as a second career
    ot degree apprenticeship entry
    dietetics degree entry
    how many ucas points for dietetics
    speech and language degree apprenticeship
    podiatry degree funding
    prosthetist
    optometrist degree
    audiologist training
    audiology degree
    dental hygienist course
    dental technician
    orthodontic nurse
    become a clinical psychologist how
    psychology conversion
    art therapist
    music therapist
    drama therapy
    social work apprenticeship
    step up to social work
    youth worker qualification
    teacher training bursary
    want to train as a counsellor
    bacp accreditation
    biomedical scientist ibms portfolio
    stp application deadline
    pathology job
    genetic counsellor
    clinical engineer
    medical physics
    pharmacy degree
    pharmacy foundation training
    dispenser job
    optical assistant
    phlebotomist training private course
    become a phlebotomist
    sterile services technician
    mortuary technician
    anatomical pathology technologist
    embalmer
    undertaker
    coroners officer
    prison nurse jobs
    army nurse
    raf medic
    school nurse salary and term dates
    occupational health nurse course
    aesthetics course for nurses
    botox course
    cabin crew
    police officer entry
    firefighter
    prison officer
    civil service jobs
    train as an accountant aat
    hairdressing course
    hgv licence
    life coach
    yoga teacher training
    hr cipd level 3
    project management prince2
    data analyst apprenticeship
    nhs management training scheme assessment centre
    finance graduate scheme
    career advice for my daughter who wants to be a nurse
    my son wants to do work experience on a ward
    work experience placement for a sixth former
    t level placement students on our ward
    cadets
    nursing cadets
    princes trust programme
    sector based work academy
    job centre referrals`,
  otherApprenticeships: `
    business administration apprenticeship level 3
    customer service apprenticeship
    pharmacy technician apprenticeship
    pharmacy technician apprenticeship how long
    dental nurse apprenticeship
    team leader apprenticeship
    chartered manager degree apprenticeship
    mba apprenticeship
    senior leader apprenticeship cost
    operations manager level 5 apprenticeship
    project manager apprenticeship
    digital apprenticeship
    coding bootcamp
    data apprenticeship level 4
    accountancy apprenticeship
    procurement apprenticeship
    hr apprenticeship
    coach apprenticeship level 5
    improvement practitioner apprenticeship
    engineering apprentice estates
    plumbing apprenticeship
    electrician apprentice
    catering apprenticeship chef
    commis chef
    housekeeping apprenticeship
    gardener apprentice
    early years apprenticeship
    teaching assistant apprenticeship
    adult care worker level 2 apprenticeship
    senior healthcare support worker level 3 apprenticeship
    level 3 healthcare support worker apprenticeship content
    healthcare science associate degree apprenticeship level 6
    mammography associate apprenticeship
    midwife degree apprenticeship
    paramedic degree apprenticeship
    social worker degree apprenticeship
    acp degree apprenticeship
    physician associate apprenticeship
    radiographer degree apprenticeship
    odp degree apprenticeship
    podiatrist degree apprenticeship
    clinical coding apprenticeship
    library apprenticeship
    optical assistant apprenticeship
    apprenticeship wage for an 18 year old
    apprentice national minimum wage first year
    apprentice bus pass
    apprentice oyster card
    apprentice council tax discount
    apprentice incentive payment 1000 employer
    how do i hire an apprentice receptionist
    apprentice ward clerk
    ward clerk apprenticeship advert
    apprenticeship vacancies for school leavers manchester
    degree apprenticeships in law
    ucas apprenticeships search
    apprenticeship minister
    skills england
    growth and skills levy
    ofsted report for our training provider
    functional skills tutor vacancy
    bksb login
    onefile login
    smart assessor login
    onefile wont upload`,
  mandatoryTraining: `
    book bls for next month
    bls expired who do i tell
    basic life support compliance for my ward
    mandatory training compliance report
    how do i pull a compliance report off esr
    my training matrix is red
    whos out of date for moving and handling
    manual handling link trainer
    book a hoist training session
    fire marshal training
    fire warden course booking
    fire evacuation drill ward
    infection prevention level 2 elearning
    hand hygiene audit training
    ipc link nurse
    aseptic technique assessor
    antt assessment form
    venepuncture course dates
    cannulation competency form
    iv drug study day
    iv competency book
    male catheterisation course
    tracheostomy study day
    nasogastric tube competency
    blood glucose monitoring training roche
    glucometer training log in
    point of care testing barcode
    blood transfusion competency every two years
    collecting blood competency
    ward blood fridge training
    medical devices training infusion pump
    syringe driver training
    t34 training
    alaris pump training
    bladder scanner training
    ecg recording training day
    immediate life support course booking
    als renewal
    pils course
    newborn life support
    alert course
    aims course acutely ill
    sepsis study day
    end of life study day
    advanced communication skills course
    dementia training tier 2
    learning disability training oliver mcgowan tier 2
    autism training
    safeguarding adults level 3 booking
    safeguarding children level 2
    prevent wrap
    mental capacity act training
    dols training
    conflict resolution refresher
    breakaway training
    prevention and management of violence
    restraint training
    suicide awareness training date
    equality and diversity e learning
    data security awareness
    ig training expired
    cyber security module
    freedom to speak up elearning
    corporate induction date
    local induction checklist
    trust induction for new starters
    new starter training timetable
    where is the training centre
    train the trainer course
    appraisal training for managers
    appraisal form
    appraisal window deadline
    pdr paperwork
    excel training
    first aid mental health course
    esr learning certificate not recorded
    e learning wont play
    elfh login
    learning hub password
    certificate for fire training
    dna training charge`,
  jobs: `
    how long do dbs checks take at the moment
    dbs renewal every three years
    my dbs has run out
    dbs id documents needed
    who pays for the dbs
    update service subscription
    positive disclosure on dbs what now
    criminal conviction and working in nhs
    trac login
    how do i put a job on trac
    vacancy approval form
    vacancy control panel date
    establishment control form
    advert for a band 5 staff nurse
    advertise a band 2 hca vacancy
    shortlisting on trac
    interview questions for a band 5
    interview questions for ward clerk
    interview questions band 7
    interview scoring sheet
    when will my new starter begin
    new starters references outstanding
    references not back yet chase
    pre employment checks how long
    occupational health clearance for new nurse
    start date for new hca
    contract not received
    change of hours form
    change of circumstances form
    esr hierarchy wrong
    esr manager self service
    update my address in esr
    how do i add a new starter on esr
    id badge for new starter
    honorary contract
    research passport
    job share
    internal transfer scheme
    transfer to another ward in the trust
    itchy feet scheme
    secondment policy
    apply for a secondment
    exit questionnaire
    recruitment open day
    nurse recruitment event
    job fair
    jobs at our trust
    any hca jobs going
    any part time jobs
    nhs jobs account locked
    help with my cv
    write me a cover letter
    mock interview
    what shall i wear to an interview
    presentation ideas for a band 7 interview
    redeployment register
    at risk staff
    fixed term contract ending
    probation period extend
    failed probation
    consultation on shift changes
    management of change policy
    settlement agreement
    mars scheme
    redundancy calculation
    voluntary redundancy
    tupe transfer of our service
    how do i deal with a capability issue
    informal capability meeting template
    staff nurse poor performance plan
    how to write a file note
    investigating officer role
    suspend a member of staff
    staff with a drink problem
    two of my staff have fallen out
    mediation service
    team away day ideas
    team building games
    civility training
    staff recognition awards
    long service badge
    thank you card wording
    leaving speech`,
  immigrationTravel: `
    does the trust sponsor visas
    skilled worker salary threshold
    health and care visa salary rule
    my nurses visa runs out in march
    visa extension cost
    ilr after 5 years
    immigration health surcharge refund
    cos for overseas nurse
    can a student visa holder do bank shifts
    how many hours can a student visa work
    graduate visa
    dependant visa for spouse
    evisa ukvi account
    right to work share code check
    right to work expired
    brp expired what now
    can refugees work in the nhs
    asylum seeker permission to work
    eu settled status check
    recognising a foreign degree enic
    ukenic
    hca from overseas sponsorship
    care worker visa closed
    life in the uk test
    british citizenship cost
    passport office
    driving licence from abroad
    bring my parents to uk
    accommodation for international nurses
    international recruitment agency
    ethical recruitment red list
    flights from manchester
    passport photo
    european health card
    jabs for travel
    malaria tablets for kenya
    travel insurance
    airport parking`,
  it: `
    i cant log in to my computer
    password expired
    locked out of my account
    reset smartcard pin
    smartcard blocked
    smartcard expired
    where is the registration authority
    nhsmail locked
    nhsmail shared mailbox access
    add someone to a distribution list
    access to the shared drive
    s drive missing
    one drive full
    citrix not loading
    vpn token
    forticlient
    authenticator app new phone
    epr login for new starter
    epic access request
    system one access
    systmone smartcard role
    emis login
    rio password
    paris login
    lorenzo down
    cerner is slow
    pas training
    icnet access
    ice login
    pathology results wont show
    pacs password
    e obs ipad broken
    vitals pac not syncing
    nervecentre phone wont charge
    vocera badge
    bleep battery
    wifi password for patients
    guest wifi
    my screen is frozen
    keyboard broken
    printer on ward out of toner
    toner order
    label printer jammed
    wristband printer
    scan to email
    new laptop request
    second monitor
    how do i raise an it ticket
    it out of hours number
    service now portal
    phishing email report
    i clicked a dodgy link
    spam
    calendar sharing outlook
    out of office message
    recall an email
    teams call no sound
    mute on teams
    record a teams meeting
    delete a teams channel
    teams background
    excel pivot table
    mail merge
    word wont save
    convert pdf to word
    power bi access
    intranet is down
    desk phone voicemail
    divert my phone
    mobile phone contract
    work mobile upgrade
    sim card
    can i use whatsapp for work
    download chrome
    adobe licence
    zoom link not working
    camera not working`,
  estates: `
    theres a leak in the sluice
    broken call bell
    call buzzer not working bay
    toilet blocked on ward
    lift out of order
    light bulb gone
    heating broken its freezing on the ward
    ward too hot fans
    air con
    estates job reference
    log an estates job
    paint the day room
    new blinds
    key cutting
    door code
    swipe access for new staff
    id badge access to theatres
    car park permit waiting list
    parking for night staff
    parking fine in staff car park
    parking charges for staff
    parking appeal
    can i park on site
    electric charging points
    shuttle bus timetable
    park and ride
    bike storage code
    showers for cyclists
    locker key lost
    uniform order for new starters
    how do i order tunics
    uniform sizes
    navy tunic for sisters
    scrubs machine empty
    uniform policy bare below the elbows
    false nails policy
    tattoos at work
    can staff wear trainers
    fob watch
    order name badges
    domestic supervisor bleep
    deep clean request
    curtain change
    terminal clean
    cleaning audit score
    waste bins orange bag
    sharps bin collection
    clinical waste collection
    pest control mice
    pigeons
    canteen menu
    is the canteen open at night
    costa opening hours
    vending machine broken
    patient meal times
    order a late meal
    snack boxes
    kosher meal
    halal menu
    red tray
    water cooler
    fridge temperature out of range
    ward kitchen toaster
    linen delivery late
    no pillows
    more towels
    curtains for side room
    theatre scrubs shortage
    room booking seminar room
    where is the lecture theatre
    chapel
    prayer room
    multi faith room
    cash machine on site
    hospital radio
    hospital shop
    smoking shelter
    vape policy
    ward move date
    porter request
    porters number
    cctv
    security number
    panic alarm
    fire alarm test day
    post room`,
  supplies: `
    order dressings
    stock order deadline
    how do i order from nhs supply chain
    supply chain catalogue code for gloves
    out of gloves
    mask fit testing
    ffp3 fit test date
    ppe stock
    order a mattress
    air mattress hire
    bariatric bed hire
    bariatric chair
    broken infusion pump who collects
    medical equipment library
    borrow a bladder scanner
    pump library number
    medical engineering bleep
    hoist service date
    loler check
    obs machine calibration
    sphyg broken
    order a wheelchair
    walking frame stock
    community equipment store
    order a commode for home
    nrs equipment
    pressure cushion order
    raise a requisition
    purchase order number
    oracle login
    oracle approval stuck
    invoice not paid
    who approves a purchase
    my ward is overspent
    budget statement explained
    cost pressures on non pay
    non pay overspend
    cost code for stationery
    stationery order
    tender process
    procurement threshold
    framework supplier
    charity bid for a tv
    charitable funds request
    buy a fridge with ward fund
    raffle licence
    donation to ward
    how do i become a volunteer
    volunteer application
    volunteers on our ward
    volunteer dbs
    pets as therapy dog
    knitted hats donation
    hospital charity number
    friends of the hospital
    sell cakes on ward
    patient tv hire
    controlled drug order book
    pharmacy top up day
    pharmacy opening hours
    tto turnaround
    ward pharmacist bleep
    stock drugs list
    fluids delivery
    oxygen cylinder order
    medical gases porter
    blood bank number`,
  drugs: `
    side effects of morphine
    can paracetamol and ibuprofen be taken together
    what is apixaban for
    antidote for warfarin
    what are statins for
    how does metformin work
    is amoxicillin a penicillin
    penicillin allergy alternatives
    signs of opioid overdose
    naloxone what is it
    insulin types
    sliding scale insulin
    variable rate insulin guideline
    how long does insulin last out of fridge
    how do i mix iv antibiotics
    iv compatibility
    medusa iv guide
    bnf online
    drug calculations
    drip rate formula
    how many mls in a litre
    calculate drops per minute
    mcg to mg
    gentamicin levels
    vancomycin trough
    digoxin toxicity signs
    potassium iv max rate
    magnesium infusion rate
    what fluids for dehydration
    maintenance fluids per kg
    max paracetamol a day for adult
    oramorph strength
    morphine conversion to oxycodone
    fentanyl patch change
    syringe driver drugs
    anticipatory meds list
    laxatives for elderly
    antiemetic choice
    ondansetron
    heparin vs enoxaparin
    clexane dose timing
    when to stop anticoagulants before surgery
    steroid weaning
    inhaler technique
    spacers
    nebuliser driven by air or oxygen
    oxygen prescription target sats
    covert medication policy
    crushing tablets list
    drug error what do i do
    missed dose guidance
    critical medicines list
    controlled drug count wrong
    cd check policy
    two nurse check
    cd destruction
    fridge drug temp
    patients own drugs policy
    self administration of medicines
    flu vaccine contraindications
    hep b booster
    vaccination pgd covid
    tetanus jab after cut
    antibiotics for uti
    antibiotic for chest infection guideline
    chemo spill
    cytotoxic waste
    methotrexate day
    lithium levels
    clozapine blood test
    depot injection site
    im injection sites`,
  wounds: `
    how do i dress a leg ulcer
    what dressing for a sloughy wound
    grade 2 pressure sore dressing
    category 3 pressure ulcer reporting
    moisture damage or pressure ulcer
    waterlow vs braden
    purpose t
    skin tear classification
    how often change a dressing
    packing a wound
    negative pressure therapy vac alarm
    vac dressing leak
    compression bandaging how
    doppler abpi
    cellulitis vs dvt
    burns first aid
    honey dressing
    maggots
    suture removal how many days
    clips out when
    surgical drain removal
    stoma bag change
    stoma nurse number
    tissue viability referral
    tissue viability nurse
    swab a wound
    wound photography
    diabetic foot ulcer care
    heel protectors
    turning chart how often
    30 degree tilt
    repose boots
    incontinence associated dermatitis cream
    barrier cream
    nose bleed first aid
    how to bandage an ankle
    plaster cast care
    pin site care
    eye drops after cataract
    ear syringing`,
  observations: `
    how do you work out a news2 score
    news score of 5 what to do
    news score escalation
    who do i call for a news of 7
    critical care outreach bleep
    sats 88 target
    scale 2 oxygen
    what is a normal resp rate
    normal pulse adult
    normal bp for 70 year old
    low blood pressure causes
    lying and standing bp how to
    normal temperature in a child
    pews chart
    meows chart
    gcs explained
    avpu
    how to do neuro obs after a fall
    how often neuro obs
    normal blood sugar
    hypo treatment box
    hypo protocol
    hyper management ketones
    ketone level dangerous
    fluid balance chart
    normal urine output
    urine dip results mean
    nitrites in urine
    bladder scan residual volume
    ecg leads placement
    st elevation
    atrial fibrillation on ecg
    normal qtc
    abg interpretation
    lactate high
    d dimer
    troponin rise
    crp normal range
    normal haemoglobin
    inr range
    normal sodium
    egfr stages
    aki stages
    must score how to calculate
    weight loss percentage
    falls risk tool
    delirium screening 4at
    amt score
    pain score non verbal abbey
    bristol stool type 7
    sepsis six
    red flag sepsis
    peak flow normal
    spirometry results`,
  infection: `
    patient has c diff what ppe
    c diff isolation how long
    norovirus outbreak ward closed
    when can we reopen after norovirus
    mrsa decolonisation
    mrsa swab sites
    cpe screening
    vre
    esbl in urine
    covid swab before discharge
    covid isolation days staff
    flu swab positive
    flu isolation
    measles contact
    chickenpox staff exposure
    shingles can staff work
    scabies on the ward
    bed bugs
    head lice
    tb isolation side room
    negative pressure room
    needlestick injury what to do
    needlestick hotline
    splash in the eye
    blood spill kit
    hand hygiene five moments
    alcohol gel or soap for c diff
    apron colours
    when to wear gloves
    side room priority
    ipc nurse number
    infection control bleep
    outbreak meeting
    antibiotic stewardship
    legionella flushing
    vap bundle
    cannula vip score
    how long can a cannula stay in
    catheter uti
    catheter bag change`,
  conditions: `
    what is parkinsons
    parkinsons meds on time
    what is ms
    types of stroke
    fast test
    thrombolysis window
    tia clinic
    what causes delirium
    sundowning
    lewy body dementia
    alzheimers stages
    what is heart failure
    signs of heart attack in women
    copd exacerbation
    pulmonary embolism symptoms
    asthma attack signs
    what is crohns
    difference between type 1 and type 2 diabetes
    dka treatment
    hhs
    epilepsy first aid
    types of seizure
    signs of meningitis
    what is sepsis in plain english
    cauda equina red flags
    fractured neck of femur recovery
    hip precautions
    knee replacement exercises
    physio exercises after stroke
    swallowing assessment
    iddsi levels
    thickener scoops
    refeeding syndrome
    peg feed regime
    ng tube ph
    constipation remedies
    is my cough serious
    i have a headache
    my back hurts from lifting
    sore throat what can i take
    am i pregnant
    morning sickness
    menopause hot flushes
    can i get my blood pressure checked
    how do i lower cholesterol
    vitamin d
    healthy diet
    calories in a banana
    how many steps a day
    sleep tips for night workers
    stop smoking
    alcohol units
    adhd diagnosis waiting time
    autism assessment adult
    personality disorder explained
    schizophrenia symptoms
    what is ptsd
    bipolar
    eating disorder refeeding
    alcohol withdrawal scale ciwa
    cow score opiate
    last offices
    verification of death who can do it
    signs that someone is dying
    syringe driver at end of life
    cancer two week wait
    breast lump
    prostate screening age
    cervical smear age
    bowel screening kit`,
  wardRunning: `
    what are the visiting hours on ward 7
    visiting hours today
    can relatives stay overnight
    how many visitors
    visiting at end of life
    bed state
    how many empty beds have we got
    bed manager number
    who can take an outlier
    discharge lounge hours
    discharge letter not sent
    edischarge stuck
    who does the discharge summary
    tto not ready
    section 5 discharge notice
    patient medically fit but no package of care
    package of care restart
    social worker referral
    continuing healthcare checklist
    chc fast track
    nursing home assessment
    care home bed finder
    how do i book an ambulance home
    patient transport eligibility
    hospital transport number
    transfer to another hospital
    repatriation
    book an escort
    taxi for a patient
    interpreter phone line
    bsl interpreter
    dietitian referral form
    refer to physio
    speech and language referral
    palliative care referral
    chaplaincy on call
    bereavement office hours
    mortuary number
    who collects death certificates
    patient property lost
    patients valuables safe
    lost dentures
    lost hearing aid
    patient complaint letter reply
    how do i answer a complaint
    complaint response timescale
    pals opening hours
    relative wants to make a complaint
    relative wants to talk to the consultant
    friends and family test cards
    ffts scores
    ward accreditation visit
    15 steps visit
    matron audit tool
    tendable audit
    perfect ward app
    documentation audit
    hand hygiene audit score
    falls this month
    datix number
    how to close a datix
    incident investigation 72 hour review
    psirf
    rapid review template
    duty of candour letter template
    never event list
    risk register how to
    safety alerts
    cqc inspection prep
    cqc mock inspection
    cqc key lines of enquiry
    board rounds time
    safety huddle template
    handover sheet template
    sbar sheet
    patient status at a glance board
    white board magnets
    red to green days
    length of stay on my ward
    delayed discharges number
    ward round time for dr
    consultant secretary phone
    clinic letter typing
    outpatient appointment change
    outpatient booking number
    dna rate in clinic
    theatre list order tomorrow
    which theatre is free
    scan waiting time
    mri booking
    xray opening hours
    blood results phone
    phlebotomy round time
    crash bleep number
    crash trolley check
    resus trolley list
    mattress audit
    single sex breach
    corridor care policy
    full capacity protocol
    opel level today
    ward phone list
    team meeting agenda template
    minutes of the last ward meeting
    newsletter
    notice board ideas
    christmas decorations policy`,
  lawIncidents: `
    dols form
    best interests meeting template
    lasting power of attorney check
    imca referral
    section 5 2 holding power
    section 17 leave form
    who can section someone
    mental health tribunal report
    is a living will legal
    respect form
    dnacpr who can sign
    next of kin rights
    can relatives see the notes
    access to health records request
    subject access request for notes
    freedom of information deadline
    gdpr breach how long to report
    information governance lead name
    caldicott guardian
    confidentiality and the police
    police want a statement
    police asked for patient info
    coroners statement help
    inquest support
    witness statement format
    clinical negligence claim
    ex gratia payment
    lost property claim
    union rep number
    rcn helpline
    unison rep
    how do i join the rcn
    strike action rules
    can nurses strike
    picket line
    industrial action ballot result
    raising a concern policy
    who is the freedom to speak up guardian
    whistle blowing protection
    employment tribunal time limit
    acas
    unfair dismissal
    zero hours contract rights
    minimum break by law
    night worker health assessment
    working time opt out form
    lone parent rights
    discrimination law
    disability leave
    access to work
    reasonable adjustment passport
    equality impact assessment form
    health and safety executive
    riddor report
    coshh sheets
    dse assessment
    fire risk assessment
    assault on staff report
    sexual safety policy
    social media policy
    can i accept a gift from a patient
    gifts and hospitality register
    declaration of interest
    second job policy
    probate
    make a will
    divorce solicitor
    small claims court
    landlord rights
    parking ticket appeal
    speeding fine
    neighbour noise
    faulty goods refund
    consumer rights`,
  nhsFigures: `
    how many nurses work in the nhs
    how many people work in the nhs
    number of nurse vacancies in england
    nurse vacancy rate
    how many nurses left last year
    nhs staff turnover rate
    nhs sickness rate england
    how many hospitals in england
    how many beds in the uk
    how many gps are there
    average waiting time for a hip
    rtt waiting list total
    4 hour target performance
    a&e performance this week
    ambulance response times
    cancer waiting times
    trust deficit
    how much does the nhs cost
    nhs spending per head
    how much does a bed day cost
    cost of a fall
    cost of a pressure ulcer
    population of lancashire
    life expectancy manchester
    how many people have dementia
    diabetes prevalence
    uk birth rate
    model hospital data
    staff survey response rate
    our staff survey score
    how many trusts are there
    how many icbs
    who runs the icb
    icb boundary map
    what is an integrated care board
    what is a pcn
    what is an ics
    what is a foundation trust
    who owns the nhs
    when was the nhs founded
    who founded the nhs
    history of nursing
    who was florence nightingale
    mary seacole
    nhs constitution
    nhs long term workforce plan numbers of doctors
    long term workforce plan nurses target
    ten year health plan summary
    darzi review
    what is happening to nhs england
    nhs england job cuts
    trust merging with the one down the road
    will my hospital close
    new hospitals programme
    who is the health minister
    wes streeting
    keir starmer
    who won the election
    labour policy on nhs
    conservative party
    is the nhs being privatised
    private patients
    social care reform
    brexit and the nhs
    budget 2026 health
    covid inquiry
    lucy letby
    thirlwall inquiry
    ockenden
    infected blood inquiry
    mid staffs what happened
    post office scandal
    trump
    ukraine
    climate change
    nhs net zero
    what is in the news
    todays headlines
    bbc news
    inflation rate
    bank of england
    petrol prices
    cqc rating of salford royal
    cqc report on our hospital
    good care homes near me
    best hospital for hips
    which hospital is nearest`,
  chatting: `
    whats the weather like tomorrow
    will it snow
    is it raining in manchester
    weekend forecast
    who won last night
    man united score
    man city v liverpool
    when is the world cup
    england football team
    everton result
    wigan rugby
    cricket score
    grand national winner
    who won wimbledon
    olympics medals
    fantasy football
    tell me another joke
    got any jokes
    make me laugh
    knock knock
    tell me a riddle
    sing something
    lets play a game
    hangman
    quiz questions
    would you rather
    heads or tails
    roll a dice
    pick a number
    random number
    bored
    im bored entertain me
    how was your weekend
    hows it going mate
    do you like cats
    do you have feelings
    do you sleep
    how old are you then
    where do you live
    do you have a family
    have you got a girlfriend
    what do you look like
    can you hear me
    can i talk to you out loud
    can you ring me
    can you see my screen
    do you speak polish
    can you speak welsh
    parlez vous francais
    whats your favourite food
    whats your favourite film
    what team do you support
    do you dream
    will robots take over
    will ai take my job
    what do you think of the government
    are you religious
    is there a god
    who built you
    which company made you
    who programmed you
    how much did you cost
    who pays for you
    are you better than siri
    alexa
    hey google
    hey siri
    open the pod bay doors
    what version are you
    what language are you written in
    why are you called that
    can i change your name
    youre rubbish
    you are useless
    thats a stupid answer
    i love you
    marry me
    good bot
    lol
    haha
    whats the time
    what date is it today
    what day is payday
    how many weeks till christmas
    when do the clocks go back
    moon landing
    tallest building
    biggest country
    how many planets
    capital of australia
    who painted the mona lisa
    who wrote hamlet
    who is harry styles
    coronation street spoilers
    whats on tv tonight
    eurovision
    best box set
    book recommendation
    song lyrics
    star sign
    dream meaning
    fun fact`,
  home: `
    chicken curry recipe
    how long to boil an egg
    slow cooker ideas
    what shall i have for tea
    easy tea for after a long shift
    packed lunch ideas
    vegan cake
    air fryer chips
    how do i get red wine out of carpet
    washing machine wont drain
    boiler pressure
    how to bleed a radiator
    plumber near me
    buy a car
    mot check
    car insurance quote
    car wont start
    tyre pressure
    best broadband
    cheapest energy tariff
    switch bank account
    best mortgage rate
    first time buyer help
    how do i rent a flat
    council house waiting list
    housing benefit
    key worker housing
    nurse accommodation hospital
    stamp duty
    capital gains tax
    inheritance tax
    self assessment deadline
    how much tax will i pay on 40000
    isa rates
    premium bonds
    bitcoin
    lottery results
    pay off my credit card
    debt advice
    food bank
    universal credit claim
    child benefit
    free childcare hours
    nursery near the hospital
    school admissions
    half term dates
    school uniform shop
    baby names
    babysitter
    dog walker
    puppy training
    cat wont eat
    vet near me
    plants for shade
    when to plant tomatoes
    garden fence height
    diy shelf
    paint colours
    wedding venue
    hen do ideas
    birthday present for my mum
    fathers day gift
    secret santa ideas
    halloween costume
    hotel in blackpool
    holidays in spain
    cheap train tickets
    trains to london
    bus times to the infirmary
    nearest tube
    directions to preston
    postcode of the hospital
    taxi to the station
    takeaway near me
    pizza offer
    blue light card discount
    nhs discount codes
    cinema times
    concert tickets
    gym near work
    running plan
    couch to 5k
    lose a stone
    hair dye
    nail salon
    eyebrow threading
    dentist taking nhs patients
    register with a gp
    gp appointment
    repeat prescription
    sick note for myself
    dating advice
    my husband is annoying
    how do i make friends`,
  writing: `
    write my essay on leadership
    2000 words on reflection gibbs model
    gibbs reflective cycle example
    driscoll model
    do my assignment
    write a reflection on a fall
    write my reflective account
    reference this in harvard
    harvard referencing
    apa style
    turnitin score too high
    paraphrase this
    proofread my letter
    check my spelling
    fix the grammar in this
    make this sound more professional
    shorten this email
    summarise this article
    summarise the minutes
    write minutes
    write a poem for a colleague leaving
    write a speech
    write a story about a nurse
    limerick
    haiku
    write a complaint to the council
    write a resignation letter
    write a reference for my staff nurse
    write a letter to a patient
    write a birthday message
    make a poster about hand washing
    make a quiz on infection control
    make me a powerpoint on falls
    draw me a picture
    generate an image
    make a logo
    translate to polish
    translate good morning to romanian
    whats thank you in urdu
    spanish for pain
    french for hospital
    how do you spell diarrhoea
    what does nil by mouth mean
    what does tds mean
    meaning of prn
    another word for caring
    synonym for busy
    antonym of acute
    solve 2x plus 3
    percentage of 340
    what is 15 percent of 2000
    convert stones to kg
    convert fahrenheit
    cm to inches
    area of a circle
    times tables
    pythagoras
    what is photosynthesis
    who was henry the eighth
    causes of world war one
    periodic table
    my kids homework on volcanoes
    gcse biology revision
    a level chemistry
    anatomy of the heart
    name the bones in the hand
    how many bones in the body
    parts of the kidney
    physiology revision
    excel sum not working
    write a python script
    html
    sql query
    fix my code`,
  universityLife: `
    moodle login
    blackboard wont load
    canvas not working
    uni email password
    student card lost
    where do i enrol online
    enrolment email not arrived
    student timetable
    what room is my lecture in
    lecture recording
    which week is reading week
    when is the assignment due
    assignment extension form
    mitigating circumstances form
    late submission penalty
    when are results out
    my grade is wrong
    appeal a mark
    academic misconduct panel
    resit dates in august
    exam timetable
    pass mark 40
    classification calculator
    graduation tickets
    graduation gown hire
    graduation photos
    student union
    nus card totum
    student discount
    uni library opening
    inter library loan
    athens login
    open athens password
    pubmed access
    cinahl search
    how do i get an article
    endnote
    dissertation topics
    dissertation supervisor
    ethics approval for a research study
    hra approval
    irs form research
    literature review how to
    critical appraisal tool casp
    prisma diagram
    p value meaning
    sample size calculation
    spss
    latest research on pressure ulcers
    paper on nurse staffing and mortality
    aiken study
    cochrane review on falls
    doi for an article
    impact factor
    journal of advanced nursing
    nursing times subscription
    how do i get published
    write an abstract
    conference poster
    research nurse vacancies
    nihr fellowship
    join a clinical trial
    masters by research
    phd funding
    accommodation at edge hill
    student flats in preston
    parking at cumbria campus
    parking permit for bolton uni
    bus to chester campus
    where is the lancaster campus
    uni open day dates
    university sports centre
    freshers fair
    erasmus
    fees for international students
    student counselling service
    dyslexia test at uni
    laptop loan for students
    uni bursary for low income
    student finance helpline
    is my degree recognised
    request a transcript
    lost my degree certificate
    alumni
    ucas login
    ucas track
    clearing 2026
    league table of universities
    best uni for nursing`,
  elsewhere: `
    nurse jobs in cornwall
    nhs trusts in london pay weighting
    hospitals in birmingham
    training hub for devon
    who is the education lead in norfolk
    phone number for the kent training hub
    phone number of health education in leeds
    email for the icb in sussex
    visiting hours at leeds general
    car park at queen elizabeth birmingham
    car parking at bristol royal infirmary
    universities in scotland for nursing
    nursing bursary in wales
    nursing bursary scotland
    nhs wales pay scale
    nhs scotland pay scale band 5
    nursing in ireland registration
    nursing in australia
    ahpra registration
    move to new zealand as a nurse
    nclex
    work in canada nurse
    dubai nurse jobs
    american nursing assistant cna
    lpn
    nurse aide salary usa
    isle of man hospital jobs
    jersey hospital
    guernsey
    european nurses
    german nursing
    best place to live in the north west
    house prices in chester
    manchester airport hotels
    things to do in liverpool
    blackpool illuminations dates
    lake district weather
    council in wirral number
    bolton council jobs
    cumbria county council phone
    social services lancashire
    police non emergency number
    nhs 111
    nearest walk in centre
    out of hours gp
    pharmacy open now
    minor injuries opening times
    a&e wait at royal oldham
    address of arrowe park
    postcode for royal preston
    switchboard wythenshawe
    phone number for alder hey
    how do i get to aintree
    chief executive of mft
    director of nursing at another trust email
    northern care alliance jobs
    mersey care vacancies
    nwas vacancies
    nhs blood donation
    give blood near me`,
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
