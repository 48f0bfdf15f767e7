//! What does an article say, and what is named in it?
//!
//! The list of articles, the article that is open with its marks, and the entities
//! beside it. Must not know the other views.

mod article_list;
mod article_row;
mod basis_words;
mod context_menu;
mod entity_list;
mod expression_words;
mod panel;
mod turn_card;

pub(in crate::app) use article_list::{ARTICLE_LIST, ArticleListPanel};
pub(in crate::app) use context_menu::CONTEXT_MENU;
pub(in crate::app) use entity_list::EntityPanel;
pub(in crate::app) use panel::ReadingPanel;
