/** Audits that put questions of their own to a model, from material in data files. */
package io.plumbline.judgment.survey;
