"""Spanish: what to ask instead, by topic. A criterion stands where rubrics are what usually touches it."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.topic import Topic

WORDINGS: Mapping[Topic, str] = {
    Topic.AFFILIATION: "¿A qué colegio profesional pertenece, si este trabajo lo exige?",
    Topic.AGE: "¿Tiene 18 años o más, como exige la ley para este trabajo?",
    Topic.AI_EMOTION: "Da pasos concretos, explica su propia parte y dice el resultado.",
    Topic.APPEARANCE: "Este trabajo exige calzado de seguridad y gorro. ¿Puede llevarlos?",
    Topic.CANNABIS: "En el trabajo todo el mundo debe estar sobrio. ¿Puede cumplirlo?",
    Topic.CARING: "El trabajo empieza a las seis de la mañana entre semana. ¿Puede trabajar en ese horario?",
    Topic.CASTE: "¿Qué formación y experiencia aporta a este trabajo?",
    Topic.CITIZENSHIP: "¿Tiene permiso para trabajar en este país?",
    Topic.CIVIL_PARTNERSHIP: "Este puesto incluye dos días de viaje al mes. ¿Le es posible?",
    Topic.CRIMINAL_RECORD: "La oferta depende de la comprobación que exige la ley. ¿La aceptaría en ese momento?",
    Topic.DISABILITY_HEALTH: "¿Puede realizar estas tareas, con o sin adaptaciones?",
    Topic.FINANCIAL: "¿Cómo ha llevado las cuentas de una caja o de un presupuesto en el trabajo?",
    Topic.GENDER_REASSIGNMENT: "¿Con qué nombre debemos dirigirnos a usted?",
    Topic.GENETIC: "¿Puede realizar estas tareas, con o sin adaptaciones?",
    Topic.LANGUAGE: "¿Qué nivel de inglés tiene para atender a la clientela, como pide este puesto?",
    Topic.LIFESTYLE: "En nuestro centro no se fuma en horario de trabajo. ¿Puede cumplirlo?",
    Topic.MARITAL_FAMILY: "Este puesto incluye dos turnos de tarde por semana. ¿Puede hacerlos?",
    Topic.MILITARY: "¿Qué formación o experiencia tiene que encaje con este trabajo?",
    Topic.MONITORING: "¿Desea el enlace a nuestra encuesta aparte, que no ve nadie que decida?",
    Topic.NATIONAL_ORIGIN: "¿Puede trabajar legalmente en este país?",
    Topic.PHYSICAL_ABILITY: "En este trabajo se mueven cajas de 20 kg. ¿Puede hacerlo, con o sin adaptaciones?",
    Topic.POLITICS: "¿Qué le atrae del trabajo de esta organización?",
    Topic.POLYGRAPH: "¿A quién podemos preguntar por su trabajo?",
    Topic.PREGNANCY: "El puesto empieza en mayo, con cuatro tardes por semana. ¿Le viene bien?",
    Topic.RACE_ETHNICITY: "¿Cuál de sus experiencias encaja mejor con este puesto?",
    Topic.RELIGION: "Se trabaja dos fines de semana al mes. ¿Puede hacerlo?",
    Topic.REPRODUCTIVE: "El puesto tiene estos horarios y fechas. ¿Le vienen bien?",
    Topic.RESIDENCE: "¿Puede estar en el centro a las ocho de la mañana?",
    Topic.SALARY_HISTORY: "La banda va de 24.000 a 28.000 euros. ¿Qué espera usted?",
    Topic.SEX_GENDER: "¿Cómo debemos dirigirnos a usted?",
    Topic.SEXUAL_ORIENTATION: "¿Qué necesita de un equipo para trabajar bien?",
    Topic.SOCIAL_MEDIA: "¿Hay algún trabajo público que quiera enseñarnos?",
    Topic.UNION: "¿Cómo ha resuelto un desacuerdo en el trabajo?",
}
